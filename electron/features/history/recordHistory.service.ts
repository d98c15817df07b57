import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { toHistoryAction } from '../../database/changes/historyAction.ts';
import type { EntityName, Schema } from '../../database/schema/schema.ts';
import { Refusal } from '../../router/refusal.ts';
import type { ActionTable } from '../../database/schema/records.ts';
import {
  isEntity,
  listChangesOf,
  listChangesOfParts,
  readRow,
  type LoggedChange,
} from './history.repository.ts';

type RecordHistory = RouteOutput<'history.ofRecord'>;
type Field = RecordHistory['changes'][number]['fields'][number];
type RowName = Extract<Field, { kind: 'reference' }>['before'];
type Logged = string | number | null;
type LoggedFields = Record<string, [Logged, Logged]>;

/** Tables that columns refer to, by name: the same name means the same everywhere. A test compares it with the keys. */
export const referredTables: Readonly<Record<string, EntityName>> = {
  agreement_id: 'agreements',
  championship_id: 'championships',
  competency_id: 'competencies',
  event_id: 'development_events',
  expert_id: 'experts',
  item_id: 'infrastructure_items',
  list_id: 'infrastructure_lists',
  mentor_id: 'experts',
  organiser_id: 'experts',
  partner_id: 'partners',
  plan_id: 'training_plans',
  previous_version_id: 'schemes',
  responsible_id: 'experts',
  scheme_id: 'schemes',
  session_id: 'sessions',
  student_id: 'students',
  visit_id: 'visits',
  workshop_id: 'workshops',
};

/** Fields that say nothing to people: bare ids, folded texts, sums of bytes, what the program notes for itself. */
const isForPeople = (name: string): boolean =>
  Object.hasOwn(referredTables, name) ||
  !/^(?:id|created_at|updated_at|attested_kk|attested_ru)$|(?:_id|search_text|sha256|fingerprint)$/.test(
    name,
  );

const LABELS = ['name', 'title', 'surname', 'subject', 'number', 'file_name', 'date', 'label'] as const;

/** Name, title or date of a row; empty when it has none. */
export function labelOf(row: Record<string, unknown> | undefined): string {
  const column = LABELS.find((name) => typeof row?.[name] === 'string' && row[name] !== '');
  if (!row || !column) return '';
  const rest = column === 'surname' ? [row['given_name'], row['patronymic']] : [];
  return [row[column], ...rest].filter((part) => typeof part === 'string' && part !== '').join(' ');
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Names of the rows that a history refers to; each is read once. */
class RowNames {
  readonly #db: Kysely<Schema>;
  readonly #known = new Map<string, Promise<Record<string, unknown> | undefined>>();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async of(table: EntityName, id: Logged): Promise<RowName> {
    if (typeof id !== 'string' || id === '') return null;
    const row = this.#known.get(id) ?? readRow(this.#db, table, id);
    this.#known.set(id, row);
    const found = await row;
    if (typeof found?.['name_kk'] === 'string') {
      return { kk: found['name_kk'], ru: text(found['name_ru']), en: text(found['name_en']) };
    }
    const label = labelOf(found);
    return { kk: label, ru: label, en: label };
  }
}

/** Entries of a list that lies in a column as JSON; null when it is none. */
function countEntries(value: Logged): number | null {
  if (typeof value !== 'string') return value === null ? 0 : null;
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed.length : null;
  } catch {
    return null;
  }
}

async function toField(names: RowNames, name: string, [before, after]: [Logged, Logged]): Promise<Field> {
  const table = referredTables[name];
  if (table !== undefined) {
    return {
      kind: 'reference',
      name,
      before: await names.of(table, before),
      after: await names.of(table, after),
    };
  }
  if (name.endsWith('_json')) {
    return { kind: 'list', name, before: countEntries(before), after: countEntries(after) };
  }
  return { kind: 'value', name, before, after };
}

/** Rows of other tables that are edited together with a record and have no history of their own. */
export const partsOfRecords: Partial<Record<EntityName, readonly { table: EntityName; column: string }[]>> = {
  competencies: [
    { table: 'standard_sections', column: 'competency_id' },
    { table: 'candidates', column: 'competency_id' },
  ],
  championships: [{ table: 'championship_competencies', column: 'championship_id' }],
  development_events: [{ table: 'event_participants', column: 'event_id' }],
  inventory_items: [
    { table: 'stock_movements', column: 'inventory_id' },
    { table: 'item_links', column: 'inventory_id' },
  ],
  sessions: [{ table: 'attendance', column: 'session_id' }],
  students: [
    { table: 'candidates', column: 'student_id' },
    { table: 'absences', column: 'student_id' },
    { table: 'weekly_hours', column: 'student_id' },
    { table: 'consents', column: 'student_id' },
  ],
  training_plans: [
    { table: 'plan_phases', column: 'plan_id' },
    { table: 'plan_milestones', column: 'plan_id' },
  ],
};

type Change = RecordHistory['changes'][number];

async function toChange(names: RowNames, { change, action }: LoggedChange): Promise<Change> {
  const logged = Object.entries(JSON.parse(change.fields_json) as LoggedFields);
  const told = logged.filter(([name, [before, after]]) => isForPeople(name) && before !== after);
  const fields: Field[] = [];
  for (const [name, values] of told) fields.push(await toField(names, name, values));
  return {
    action: toHistoryAction(action),
    operation: change.operation === 'insert' ? 'insert' : 'update',
    fields,
  };
}

/** What belongs to a record is told with it, once an action: which list changed, not each row of it. */
function addPart(changes: Change[], table: EntityName, action: ActionTable): void {
  const same = changes.find((change) => change.action.id === action.id);
  if (same?.operation === 'insert' || same?.fields.some(({ name }) => name === table)) return;
  const field: Field = { kind: 'list', name: table, before: null, after: null };
  if (same) same.fields.push(field);
  else changes.push({ action: toHistoryAction(action), operation: 'update', fields: [field] });
}

/** Who changed what of one record, newest first. @throws Refusal `not_found` when there is no such table */
export async function recordHistory(
  db: Kysely<Schema>,
  entity: string,
  rowId: string,
): Promise<RecordHistory> {
  if (!isEntity(entity)) throw new Refusal('not_found', 'no such table');
  const names = new RowNames(db);
  const changes: Change[] = [];
  for (const logged of await listChangesOf(db, entity, rowId)) changes.push(await toChange(names, logged));
  for (const part of partsOfRecords[entity] ?? []) {
    for (const { action } of await listChangesOfParts(db, part, rowId)) addPart(changes, part.table, action);
  }
  return { changes: changes.toSorted((a, b) => (a.action.id < b.action.id ? 1 : -1)) };
}
