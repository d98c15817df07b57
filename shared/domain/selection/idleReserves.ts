import type { Model } from './model.ts';

/**
 * Places of reserves that no condition asks for: each team that holds with one of them holds without it too. As they
 * are worth nothing while the main team is chosen, the solver need not look at them then (dual fixing of presolve;
 * T. Achterberg et al., Presolve Reductions in Mixed Integer Programming, INFORMS Journal on Computing 2020).
 * @returns by column, whether it is such a place
 */
export function idleReserves({ programme, rows }: Model): boolean[] {
  const idle = programme.columns.map((column) => column.kind === 'place' && column.seat === 'reserve');
  for (const { columns, coefficients, lower, upper } of rows) {
    columns.forEach((column, index) => {
      const coefficient = coefficients[index] ?? 0;
      // Going from 1 to 0 lowers a row with a positive coefficient, and raises one with a negative.
      const bound = coefficient > 0 ? lower : upper;
      if (coefficient !== 0 && Number.isFinite(bound)) idle[column] = false;
    });
  }
  return idle;
}
