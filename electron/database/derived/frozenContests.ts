import type { Transaction } from 'kysely';
import type { PendingChange } from '../changes/work.ts';
import { DatabaseError } from '../errors.ts';
import type { EntityName, Schema } from '../schema/schema.ts';

type Db = Transaction<Schema>;

/** An entry of a championship whose results are closed, with the session that holds its marks. */
interface FrozenEntry {
  id: string;
  session_id: string | null;
}

/** Tables whose rows hang on a session through their attempt. */
const ofAttempt = ['marks', 'judge_scores', 'pair_readings', 'judge_replacements', 'form_checks'] as const;
/** Tables whose rows hang on an entry. */
const ofEntry = ['competitors', 'marking_days'] as const;

const guarded: ReadonlySet<EntityName> = new Set([
  ...ofAttempt,
  ...ofEntry,
  'attempts',
  'sessions',
  'session_judges',
  'competitor_members',
  'championship_competencies',
]);

/** Fields of an entry that results rest on; seats are a matter of the selection. */
const closedFields = ['scheme_id', 'session_id', 'order_kind', 'order_seed', 'deleted_at', 'competency_id'];

/** Entries that stay closed through the action: one that opens or closes them may write what belongs to that. */
async function listFrozen(db: Db, changes: readonly PendingChange[]): Promise<FrozenEntry[]> {
  const turned = new Set(
    changes
      .filter((change) => change.entity === 'championship_competencies' && 'state' in change.fields)
      .map((change) => change.rowId),
  );
  const rows = await db
    .selectFrom('championship_competencies')
    .select(['id', 'session_id'])
    .where('state', '<>', 'open')
    .where('deleted_at', 'is', null)
    .execute();
  return rows.filter((row) => !turned.has(row.id));
}

const idsOf = (changes: readonly PendingChange[], entity: EntityName): string[] =>
  changes.filter((change) => change.entity === entity).map((change) => change.rowId);

const IDS_AT_ONCE = 500;

/** What rows point to, looked up in parts. */
async function pointedTo(
  db: Db,
  from: { table: 'marks' | 'attempts' | 'session_judges' | 'competitors'; column: string },
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const rows = (await db
      .selectFrom(from.table)
      .select(from.column as 'id')
      .distinct()
      .where('id', 'in', ids.slice(start, start + IDS_AT_ONCE))
      .execute()) as unknown as Record<string, string>[];
    for (const row of rows) found.add(row[from.column] ?? '');
  }
  return found;
}

/** Attempts that the changes are about: a new row says it itself, an old one is looked up. */
async function listAttempts(db: Db, changes: readonly PendingChange[]): Promise<string[]> {
  const attempts = new Set(idsOf(changes, 'attempts'));
  for (const table of ofAttempt) {
    const unknown: string[] = [];
    for (const change of changes) {
      if (change.entity !== table) continue;
      const attempt = change.fields['attempt_id']?.[1];
      if (typeof attempt === 'string') attempts.add(attempt);
      else unknown.push(change.rowId);
    }
    const from = { table: table as 'marks', column: 'attempt_id' };
    for (const id of await pointedTo(db, from, unknown)) attempts.add(id);
  }
  return [...attempts];
}

async function listSessions(db: Db, changes: readonly PendingChange[]): Promise<Set<string>> {
  const sessions = new Set(idsOf(changes, 'sessions'));
  const parts = [
    { table: 'attempts', ids: await listAttempts(db, changes) },
    { table: 'session_judges', ids: idsOf(changes, 'session_judges') },
  ] as const;
  for (const { table, ids } of parts) {
    for (const id of await pointedTo(db, { table, column: 'session_id' }, ids)) sessions.add(id);
  }
  return sessions;
}

async function listEntries(db: Db, changes: readonly PendingChange[]): Promise<Set<string>> {
  const entries = new Set<string>();
  for (const change of changes) {
    const isClosed = closedFields.some((field) => field in change.fields);
    if (change.entity === 'championship_competencies' && isClosed) entries.add(change.rowId);
  }
  const members = await pointedTo(
    db,
    { table: 'competitor_members' as 'competitors', column: 'competitor_id' },
    idsOf(changes, 'competitor_members'),
  );
  const parts = [
    { table: 'competitors', ids: [...idsOf(changes, 'competitors'), ...members] },
    { table: 'marking_days', ids: idsOf(changes, 'marking_days') },
  ];
  for (const { table, ids } of parts) {
    const from = { table: table as 'competitors', column: 'entry_id' };
    for (const id of await pointedTo(db, from, ids)) entries.add(id);
  }
  return entries;
}

/**
 * Frozen results do not change, whoever writes and whichever way, undo included: first they are reopened, with a
 * reason. Runs inside each action. @throws DatabaseError `contest_frozen`
 */
export async function assertNotFrozen(db: Db, changes: readonly PendingChange[]): Promise<void> {
  if (!changes.some((change) => guarded.has(change.entity))) return;
  const frozen = await listFrozen(db, changes);
  if (frozen.length === 0) return;
  const sessions = await listSessions(db, changes);
  const entries = await listEntries(db, changes);
  const isTouched = frozen.some(
    (entry) => entries.has(entry.id) || (entry.session_id !== null && sessions.has(entry.session_id)),
  );
  if (isTouched) throw new DatabaseError('contest_frozen', 'the results are frozen');
}
