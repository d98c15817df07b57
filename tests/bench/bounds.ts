import type { Figure } from './figure.ts';

/** What figures may be at most, on a machine of two cores with nothing else to do. */
const BOUNDS: readonly { name: RegExp; most: number }[] = [
  { name: /^grid\.save\.p95\.ms$/, most: 16 },
  { name: /^sheet\.save\.ratio$/, most: 4 },
  { name: /^serve\.ready\.ms$/, most: 1000 },
  { name: /^dashboard\.(?:at\.once|first|next\.day|p95|after\.write\.p95)\.ms$/, most: 50 },
  { name: /^(?:insight|goals|progress)\..*\.p95\.ms$/, most: 50 },
  { name: /^search\.p95\.ms$/, most: 50 },
  { name: /^growth\..*\.ratio$/, most: 1.5 },
];

/** Figures that are over what they may be, as lines to print. */
export function listExceeded(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ name, value }) => {
    const bound = BOUNDS.find((one) => one.name.test(name));
    return bound && !(value <= bound.most) ? [`over: ${name} ${value.toFixed(2)} > ${bound.most}`] : [];
  });
}
