/** How much of a consumable one person uses. */
export const normPers = ['session', 'attempt'] as const;
export type NormPer = (typeof normPers)[number];

/** A consumable as practice uses it up. */
export interface Norm {
  itemId: string;
  competencyId: string;
  /** Hundredths of the unit for one person and session, or one attempt. */
  normHundredths: number;
  per: NormPer;
  /** Rows of the inventory that it is taken from, the first one first. */
  rowIds: readonly string[];
}

/** What was bought, used or corrected. */
export interface Movement {
  date: string;
  /** Added (positive) or taken (negative), in hundredths. */
  changeHundredths: number;
  /** The session in which it was used; what is written down takes the place of the norm. */
  sessionId: string | null;
}

/** A consumable on the shelf. */
export interface StockRow {
  id: string;
  /** What there was when it was written down, and on which day: practice before that day takes nothing. */
  openingHundredths: number;
  openingDate: string;
  movements: readonly Movement[];
}

/** A session that was held, or is planned. */
export interface PracticeUse {
  sessionId: string;
  competencyId: string;
  date: string;
  people: number;
  attempts: number;
}

/** What the norms took from the shelf. */
export interface StockState {
  /** row → what is left, in hundredths; never below nothing. */
  left: Map<string, number>;
  /** row → what the norms took from it. */
  usedByNorm: Map<string, number>;
  /** What could not be taken, because nothing was left. */
  lacking: { itemId: string; sessionId: string; date: string; lackingHundredths: number }[];
}

const amountOf = (norm: Norm, use: PracticeUse): number =>
  norm.normHundredths * (norm.per === 'attempt' ? use.attempts : use.people);

/** Moments of a shelf: what is delivered in the morning is there for the practice of the day. */
type Moment =
  | { kind: 'movement'; date: string; rowId: string; change: number }
  | { kind: 'use'; date: string; use: PracticeUse };

function momentsOf(rows: readonly StockRow[], uses: readonly PracticeUse[]): Moment[] {
  const moments: Moment[] = [
    ...rows.flatMap((row) =>
      row.movements.map((movement): Moment => ({
        kind: 'movement',
        date: movement.date,
        rowId: row.id,
        change: movement.changeHundredths,
      })),
    ),
    ...uses.map((use): Moment => ({ kind: 'use', date: use.date, use })),
  ];
  // The sort is stable: movements of a day come before its practice.
  return moments.sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
}

class Shelf {
  readonly state: StockState;
  readonly #openings: ReadonlyMap<string, string>;

  constructor(rows: readonly StockRow[]) {
    this.state = {
      left: new Map(rows.map((row) => [row.id, row.openingHundredths])),
      usedByNorm: new Map(),
      lacking: [],
    };
    this.#openings = new Map(rows.map((row) => [row.id, row.openingDate]));
  }

  move(rowId: string, change: number): void {
    this.state.left.set(rowId, Math.max(0, (this.state.left.get(rowId) ?? 0) + change));
  }

  take(norm: Norm, use: PracticeUse): void {
    const { left, usedByNorm, lacking } = this.state;
    // A row is counted from the day after it was written down: that day's practice is in the count already.
    const rowIds = norm.rowIds.filter((id) => (this.#openings.get(id) ?? '9') < use.date);
    if (rowIds.length === 0) return;
    let open = amountOf(norm, use);
    for (const rowId of rowIds) {
      const taken = Math.min(open, left.get(rowId) ?? 0);
      left.set(rowId, (left.get(rowId) ?? 0) - taken);
      usedByNorm.set(rowId, (usedByNorm.get(rowId) ?? 0) + taken);
      open -= taken;
    }
    if (open > 0) {
      lacking.push({
        itemId: norm.itemId,
        sessionId: use.sessionId,
        date: use.date,
        lackingHundredths: open,
      });
    }
  }
}

/**
 * What is left on the shelf: the opening count, plus movements, minus what each session used by the norms. What
 * somebody wrote down for a session takes the place of the norm.
 */
export function runStock(
  rows: readonly StockRow[],
  norms: readonly Norm[],
  uses: readonly PracticeUse[],
): StockState {
  const shelf = new Shelf(rows);
  const noted = new Set(
    rows.flatMap((row) => row.movements.map((movement) => `${row.id}/${movement.sessionId ?? ''}`)),
  );
  for (const moment of momentsOf(rows, uses)) {
    if (moment.kind === 'movement') {
      shelf.move(moment.rowId, moment.change);
      continue;
    }
    const { use } = moment;
    for (const norm of norms) {
      if (norm.competencyId !== use.competencyId) continue;
      if (norm.rowIds.some((id) => noted.has(`${id}/${use.sessionId}`))) continue;
      shelf.take(norm, use);
    }
  }
  return shelf.state;
}

/** Until when a consumable lasts. */
export interface StockForecast {
  itemId: string;
  /** What the plan needs of it, in hundredths. */
  plannedHundredths: number;
  /** The first session for which it is too little; null: it lasts for the whole plan. */
  firstShort: { sessionId: string; date: string } | null;
  lackingHundredths: number;
}

/** Whether what is left lasts for the sessions that are planned. Items that nothing is linked to lack everything. */
export function forecastStock(
  left: ReadonlyMap<string, number>,
  norms: readonly Norm[],
  planned: readonly PracticeUse[],
): StockForecast[] {
  const rows = [...left].map(([id, amount]): StockRow => ({
    id,
    openingHundredths: amount,
    openingDate: '',
    movements: [],
  }));
  const { lacking } = runStock(rows, norms, planned);
  return norms.map((norm) => {
    const own = planned.filter((use) => use.competencyId === norm.competencyId);
    const plannedHundredths = own.reduce((total, use) => total + amountOf(norm, use), 0);
    const lacks = norm.rowIds.some((id) => left.has(id))
      ? lacking.filter((one) => one.itemId === norm.itemId)
      : own
          .filter((use) => amountOf(norm, use) > 0)
          .map((use) => ({ ...use, lackingHundredths: amountOf(norm, use) }))
          .sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
    const [first] = lacks;
    return {
      itemId: norm.itemId,
      plannedHundredths,
      firstShort: first ? { sessionId: first.sessionId, date: first.date } : null,
      lackingHundredths: lacks.reduce((total, one) => total + one.lackingHundredths, 0),
    };
  });
}
