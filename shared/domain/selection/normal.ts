/**
 * Standard normal distribution function, to double precision.
 * Source: J. F. Hart et al., Computer Approximations (1968), in the form of G. West, "Better approximations to
 * cumulative normal functions" (2005).
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  const upper = z > 37 ? 0 : upperTail(z);
  return x > 0 ? 1 - upper : upper;
}

const NUMERATOR = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const DENOMINATOR = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];

function polynomial(coefficients: readonly number[], z: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * z + coefficient;
  return sum;
}

function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2);
  if (z < 7.07106781186547) return (density * polynomial(NUMERATOR, z)) / polynomial(DENOMINATOR, z);
  const fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
  return density / fraction / Math.sqrt(2 * Math.PI);
}

/** Standard normal density. */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}
