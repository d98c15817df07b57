import { localDay } from '#shared/lib/localDay.ts';
import type { RecordChange } from './changeWords.ts';
import { periodStart, type Period } from './historyPeriod.ts';

/** What the history of a record is narrowed to; null: no such limit. */
export interface RecordFilter {
  actorName: string | null;
  /** Name of a field, or {@link CREATED}. */
  field: string | null;
  period: Period | null;
}

/** Stands for the change that added the record. */
export const CREATED = 'created';
/** With more changes than these it is worth narrowing them. */
export const FEW_CHANGES = 5;

export const noRecordFilter: RecordFilter = { actorName: null, field: null, period: null };

/** Names of the fields that changes of a record are about, each once. */
export function fieldsOf(changes: readonly RecordChange[]): string[] {
  const names = changes.flatMap(({ operation, fields }) =>
    operation === 'insert' ? [CREATED] : fields.map(({ name }) => name),
  );
  return [...new Set(names)];
}

/** People who changed the record, each once. */
export const actorsOf = (changes: readonly RecordChange[]): string[] => [
  ...new Set(changes.map(({ action }) => action.actorName)),
];

/** Changes that fit a filter. @param today the day and time now */
export function narrow(
  changes: readonly RecordChange[],
  filter: RecordFilter,
  today: Date,
): readonly RecordChange[] {
  const { actorName, field, period } = filter;
  const from = period && periodStart(period, today);
  return changes.filter(
    (change) =>
      (actorName === null || change.action.actorName === actorName) &&
      (field === null || fieldsOf([change]).includes(field)) &&
      (from === null || localDay(new Date(change.action.at)) >= from),
  );
}
