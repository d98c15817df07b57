import type { Kysely, Selectable } from 'kysely';
import type { DualReadingState } from '#shared/contract/assessment.ts';
import {
  resolveDual,
  type DualState,
  type Pair,
  type PairReading,
} from '#shared/domain/assessment/dualMarking.ts';
import { ruleEntry, type AspectEntry } from '#shared/domain/assessment/markRule.ts';
import type { MeasuredValue } from '#shared/domain/assessment/measuredMark.ts';
import type { Work } from '../../database/changes/work.ts';
import type { PairReadingTable } from '../../database/schema/assessment.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal } from '../../router/refusal.ts';
import { listReadings, type AspectFacts } from './assessment.repository.ts';
import { openCell } from './cell.ts';
import { writeMark } from './writeMark.ts';

interface Found {
  markHundredths: number;
  /** The measured value as stored; null: a mark by hand. */
  measuredJson: string | null;
}

/** Two readings are the same when value and mark are. */
const isSame = (a: Found, b: Found): boolean =>
  a.markHundredths === b.markHundredths && a.measuredJson === b.measuredJson;

const toReading = (row: Selectable<PairReadingTable>): PairReading<Found> => ({
  pair: row.pair as Pair,
  round: row.round,
  entry: { markHundredths: row.mark_hundredths, measuredJson: row.measured_json },
});

/** Where the measuring by two pairs stands, for cells where it has begun. Readings of the open round are hidden. */
export async function dualStates(
  db: Kysely<Schema>,
  attemptIds: readonly string[],
  aspects: readonly AspectFacts[],
): Promise<DualReadingState[]> {
  const wanted = new Set(aspects.map((aspect) => aspect.id));
  const rows = (await listReadings(db, attemptIds)).filter((row) => wanted.has(row.aspect_id));
  return [...Map.groupBy(rows, (row) => `${row.attempt_id} ${row.aspect_id}`).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const state = resolveDual(own.map(toReading), isSame);
    const isSeen = (round: number): boolean => state.kind === 'agreed' || round < state.round;
    return [
      {
        attemptId: first.attempt_id,
        aspectId: first.aspect_id,
        kind: state.kind,
        round: state.round,
        missing: state.kind === 'waiting' ? state.missing : [],
        markHundredths: state.kind === 'agreed' ? state.entry.markHundredths : null,
        readings: own
          .filter((row) => isSeen(row.round))
          .map((row) => ({ pair: row.pair as Pair, round: row.round, markHundredths: row.mark_hundredths })),
      },
    ];
  });
}

/** What a pair found. */
export interface ReadingInput {
  attemptId: string;
  aspectId: string;
  pair: Pair;
  entry: Extract<AspectEntry, { kind: 'points' | 'measured' }>;
}

/**
 * Keeps what a pair measured; once both found the same, the mark is written.
 * @throws Refusal `pairs_agreed` when they already have, those of {@link openCell} and of {@link ruleEntry}
 */
export async function setPairReading(work: Work, input: ReadingInput): Promise<DualState<Found>> {
  const { attempt, aspect } = await openCell(work.db, input, 'measurement');
  const ruling = ruleEntry(input.entry, aspect);
  if (!ruling.ok) throw new Refusal(ruling.problem, 'the entry does not fit the aspect');
  const { measured } = ruling.mark;
  const entry: Found = {
    markHundredths: ruling.mark.markHundredths ?? 0,
    measuredJson: measured === null ? null : JSON.stringify(measured),
  };
  const rows = (await listReadings(work.db, [attempt.id])).filter((row) => row.aspect_id === aspect.id);
  const { round, kind } = resolveDual(rows.map(toReading), isSame);
  if (kind === 'agreed') throw new Refusal('pairs_agreed', 'both pairs have found the same already');
  const known = rows.find((row) => row.pair === input.pair && row.round === round);
  const fields = { mark_hundredths: entry.markHundredths, measured_json: entry.measuredJson };
  if (known) work.updateKnown('pair_readings', known, fields);
  else {
    const place = { attempt_id: attempt.id, aspect_id: aspect.id, pair: input.pair, round };
    work.insert('pair_readings', { id: work.newId(), ...place, ...fields });
  }
  const others = rows.filter((row) => row !== known).map(toReading);
  const after = resolveDual([...others, { pair: input.pair, round, entry }], isSame);
  await writeMark(work, input, after.kind === 'agreed' ? toMark(after.entry) : null);
  return after;
}

const toMark = (entry: Found): Parameters<typeof writeMark>[2] => ({
  outcome: 'marked',
  markHundredths: entry.markHundredths,
  score: null,
  measured: entry.measuredJson === null ? null : (JSON.parse(entry.measuredJson) as MeasuredValue),
});
