import type { CompetencySeats, PairValue, SeatKind, SelectionProblem } from './problem.ts';

/** A linear condition: lower ≤ Σ coefficient · column ≤ upper. */
export interface Row {
  columns: number[];
  coefficients: number[];
  lower: number;
  upper: number;
  /** The rule that this condition belongs to; null for what only defines a column. */
  group: string | null;
}

/** What a column, which is 0 or 1, means. */
export type Column =
  | { kind: 'place'; option: number; seat: SeatKind; entry: number }
  /** The team takes part. */
  | { kind: 'entry'; competencyId: string; entry: number }
  /** Both of the pair are in the team. */
  | { kind: 'pair'; pair: number; entry: number }
  /** A team is below some threshold. */
  | { kind: 'below' }
  /** Just these are the team, with the sum of their values and pair values. */
  | { kind: 'lineup'; competencyId: string; entry: number; sum: number };

/** A programme over columns that are 0 or 1. The objectives are put to it one after the other. */
export interface Programme {
  columns: Column[];
  rows: Row[];
  /** Columns of each option. */
  places: number[][];
}

/** Group of the condition that a student enters no more competencies than allowed. */
export const PER_STUDENT = 'per_student';
/** Group of the number of seats of a competency. */
export const seatsGroup = (competencyId: string): string => `seats:${competencyId}`;
/** Group of the eligibility of a candidate. */
export const eligibilityGroup = (studentId: string, competencyId: string): string =>
  `eligibility:${studentId}:${competencyId}`;

/** A condition whose coefficients are all 1. */
export function sumRow(
  columns: number[],
  bounds: { lower?: number; upper?: number },
  group: string | null,
): Row {
  const { lower = -Infinity, upper = Infinity } = bounds;
  return { columns, coefficients: columns.map(() => 1), lower, upper, group };
}

interface Builder {
  problem: SelectionProblem;
  columns: Column[];
  rows: Row[];
  places: number[][];
}

function addColumn(builder: Builder, column: Column): number {
  builder.columns.push(column);
  return builder.columns.length - 1;
}

/** Whether a rule asks for this candidate: only then the programme must know of those who may not be chosen. */
function isAskedFor(problem: SelectionProblem, studentId: string, competencyId: string): boolean {
  return problem.rules.some(
    (rule) =>
      rule.kind === 'must' &&
      rule.studentId === studentId &&
      (rule.competencyId === null || rule.competencyId === competencyId),
  );
}

function addPlaces(builder: Builder, seats: CompetencySeats): void {
  const { problem } = builder;
  problem.options.forEach((option, index) => {
    if (option.competencyId !== seats.competencyId) return;
    const isAsked = !option.isEligible && isAskedFor(problem, option.studentId, option.competencyId);
    if (!option.isEligible && !isAsked) return;
    const entries = seats.teamSize > 1 ? seats.mainEntries : Math.min(1, seats.mainEntries);
    const own = builder.places[index] ?? [];
    for (let entry = 0; entry < entries; entry += 1) {
      own.push(addColumn(builder, { kind: 'place', option: index, seat: 'main', entry }));
    }
    if (seats.reserveSeats > 0) {
      own.push(addColumn(builder, { kind: 'place', option: index, seat: 'reserve', entry: 0 }));
    }
    builder.places[index] = own;
    if (isAsked) {
      builder.rows.push(sumRow(own, { upper: 0 }, eligibilityGroup(option.studentId, option.competencyId)));
    }
  });
}

function placesOf(
  builder: Builder,
  isWanted: (place: { studentId: string; competencyId: string; seat: SeatKind; entry: number }) => boolean,
): number[] {
  const found: number[] = [];
  builder.places.forEach((own, index) => {
    const option = builder.problem.options[index];
    if (!option) return;
    for (const column of own) {
      const place = builder.columns[column];
      if (place?.kind === 'place' && isWanted({ ...option, seat: place.seat, entry: place.entry })) {
        found.push(column);
      }
    }
  });
  return found;
}

interface SquadPlaces {
  main: number[][];
  reserve: number[];
}

function squadPlaces(builder: Builder, seats: CompetencySeats): SquadPlaces {
  const main: number[][] = Array.from({ length: seats.mainEntries }, () => []);
  const reserve: number[] = [];
  builder.columns.forEach((column, index) => {
    if (column.kind !== 'place') return;
    if (builder.problem.options[column.option]?.competencyId !== seats.competencyId) return;
    if (column.seat === 'reserve') reserve.push(index);
    else main[column.entry]?.push(index);
  });
  return { main, reserve };
}

function addSeats(builder: Builder, seats: CompetencySeats): void {
  const group = seatsGroup(seats.competencyId);
  const { main, reserve } = squadPlaces(builder, seats);
  if (reserve.length > 0) builder.rows.push(sumRow(reserve, { upper: seats.reserveSeats }, group));
  if (seats.teamSize === 1) {
    const all = main.flat();
    if (all.length > 0) builder.rows.push(sumRow(all, { upper: seats.mainEntries }, group));
    return;
  }
  let previous: number | null = null;
  for (const [entry, members] of main.entries()) {
    const column = addColumn(builder, { kind: 'entry', competencyId: seats.competencyId, entry });
    const coefficients = [...members.map(() => 1), -seats.teamSize];
    builder.rows.push({ columns: [...members, column], coefficients, lower: 0, upper: 0, group });
    // Teams are alike: the first is formed first, so that the same choice is not looked at twice.
    if (previous !== null) {
      builder.rows.push({ columns: [previous, column], coefficients: [1, -1], lower: 0, upper: 1, group });
    }
    previous = column;
  }
}

function addPair(builder: Builder, pair: PairValue, index: number): void {
  const seats = builder.problem.seats.find(({ competencyId }) => competencyId === pair.competencyId);
  if (!seats || seats.teamSize < 2) return;
  const [one, other] = pair.studentIds;
  for (let entry = 0; entry < seats.mainEntries; entry += 1) {
    const find = (studentId: string): number | undefined =>
      placesOf(
        builder,
        (place) =>
          place.studentId === studentId &&
          place.competencyId === pair.competencyId &&
          place.seat === 'main' &&
          place.entry === entry,
      )[0];
    const first = find(one);
    const second = find(other);
    if (first === undefined || second === undefined) continue;
    const both = addColumn(builder, { kind: 'pair', pair: index, entry });
    for (const member of [first, second]) {
      builder.rows.push({ columns: [both, member], coefficients: [1, -1], lower: -1, upper: 0, group: null });
    }
    const columns = [first, second, both];
    builder.rows.push({ columns, coefficients: [1, 1, -1], lower: -Infinity, upper: 1, group: null });
  }
}

function addPerStudent(builder: Builder): void {
  const { problem } = builder;
  const own = new Map<string, number[]>();
  problem.options.forEach((option, index) => {
    const places = builder.places[index] ?? [];
    if (places.length === 0) return;
    own.set(option.studentId, [...(own.get(option.studentId) ?? []), ...places]);
    if (problem.competenciesPerStudent > 1 && places.length > 1) {
      builder.rows.push(sumRow(places, { upper: 1 }, null));
    }
  });
  for (const places of own.values()) {
    if (places.length > problem.competenciesPerStudent) {
      builder.rows.push(sumRow(places, { upper: problem.competenciesPerStudent }, PER_STUDENT));
    }
  }
}

/** Makes the columns and the conditions that every choice must meet; rules are added by `addRules`. */
export function startProgramme(problem: SelectionProblem): Programme {
  const builder: Builder = { problem, columns: [], rows: [], places: problem.options.map(() => []) };
  for (const seats of problem.seats) addPlaces(builder, seats);
  for (const seats of problem.seats) addSeats(builder, seats);
  problem.pairValues.forEach((pair, index) => addPair(builder, pair, index));
  addPerStudent(builder);
  return { columns: builder.columns, rows: builder.rows, places: builder.places };
}
