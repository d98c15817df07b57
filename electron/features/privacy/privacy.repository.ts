import { sql, type Kysely } from 'kysely';
import type { ConsentRow } from '#shared/contract/privacy.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { ConsentAnswer, ConsentPurpose, ConsentRelation } from '#shared/domain/privacy/consents.ts';
import type { ConsentTable } from '../../database/schema/safety.ts';
import { entityNames, type EntityName, type Schema } from '../../database/schema/schema.ts';
import { attemptsOfMember } from '../../database/teamAttempts.ts';

type Db = Kysely<Schema>;

/** A student as these rules look at one. */
export interface PrivateStudent {
  id: string;
  name: string;
  groupName: string;
  birthDate: string | null;
  status: string;
  /** What the list of students says: colleges kept it there before there was a register. */
  consent: string;
  updatedAt: string;
}

const toConsent = (row: ConsentTable): ConsentRow => ({
  id: row.id,
  studentId: row.student_id,
  purpose: row.purpose as ConsentPurpose,
  state: row.state as ConsentAnswer,
  givenOn: row.given_on,
  validUntil: row.valid_until,
  person: row.person,
  relation: row.relation as ConsentRelation,
  notes: row.notes,
});

/** Consents of one student, or of all; newest first. */
export async function listConsents(db: Db, studentId?: string): Promise<ConsentRow[]> {
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    .where('deleted_at', 'is', null)
    .$if(studentId !== undefined, (query) => query.where('student_id', '=', studentId ?? ''))
    .orderBy('given_on', 'desc')
    .execute();
  return rows.map(toConsent);
}

/** Students that are not deleted. */
export async function listPrivateStudents(db: Db): Promise<PrivateStudent[]> {
  const rows = await db.selectFrom('students').selectAll().where('deleted_at', 'is', null).execute();
  return rows.map((row) => ({
    id: row.id,
    name: [row.surname, row.given_name, row.patronymic].filter((part) => part !== '').join(' '),
    groupName: row.group_name,
    birthDate: row.birth_date,
    status: row.status,
    consent: row.consent,
    updatedAt: row.updated_at,
  }));
}

/** Erasures, newest first. */
export async function listErasures(
  db: Db,
): Promise<{ studentId: string; erasedOn: string; reason: string }[]> {
  const rows = await db
    .selectFrom('erasures')
    .select(['student_id', 'erased_on', 'reason'])
    .where('deleted_at', 'is', null)
    .orderBy('erased_on', 'desc')
    .execute();
  return rows.map((row) => ({ studentId: row.student_id, erasedOn: row.erased_on, reason: row.reason }));
}

const SETTING = 'privacy_retention_years';

/** The row of the setting; undefined when it was never set. */
export async function readRetention(db: Db): Promise<{ id: string; value: string } | undefined> {
  return db
    .selectFrom('settings')
    .select(['id', 'value'])
    .where('name', '=', SETTING)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export const RETENTION_SETTING = SETTING;

/** Columns that say nothing about a person. */
const TECHNICAL = /^(?:id|created_at|updated_at|deleted_at|search_text|sha256)$|_id$|_json$/;

type Holding = RouteOutput<'privacy.inspect'>['holdings'][number];

async function holdingOf(db: Db, entity: EntityName, column: string, studentId: string): Promise<Holding> {
  const rows = (await db
    .selectFrom(entity)
    .selectAll()
    .where(sql.ref<string>(column), '=', studentId)
    .limit(2000)
    .execute()) as Record<string, string | number | null>[];
  return {
    table: entity,
    rows: rows.map((row) =>
      Object.entries(row).flatMap(([name, value]) =>
        value === null || value === '' || TECHNICAL.test(name) ? [] : [{ column: name, value }],
      ),
    ),
  };
}

/** What each table holds about a student, the student's own row first; empty tables are left out. */
export async function listHoldings(
  db: Db,
  studentId: string,
  references: readonly { table: string; column: string }[],
): Promise<Holding[]> {
  const holdings = [await holdingOf(db, 'students', 'id', studentId)];
  for (const { table, column } of references) {
    const entity = entityNames.find((name) => name === table);
    if (entity) holdings.push(await holdingOf(db, entity, column, studentId));
  }
  return holdings.filter(({ rows }) => rows.length > 0);
}

/** Results of a student with the points that were reached and could have been reached. */
export async function listAttemptsOf(
  db: Db,
  studentId: string,
): Promise<RouteOutput<'privacy.inspect'>['attempts']> {
  const rows = await db
    .selectFrom('attempt_totals')
    .innerJoin('schemes', 'schemes.id', 'attempt_totals.scheme_id')
    .select(['attempt_totals.date', 'attempt_totals.competency_id', 'schemes.title'])
    .select(['attempt_totals.mark_hundredths', 'attempt_totals.scope_max_hundredths'])
    .where((where) =>
      where.or([
        where('attempt_totals.student_id', '=', studentId),
        where('attempt_totals.attempt_id', 'in', attemptsOfMember(db, studentId)),
      ]),
    )
    .orderBy('attempt_totals.date')
    .execute();
  return rows.map((row) => ({
    date: row.date,
    competencyId: row.competency_id,
    schemeTitle: row.title,
    markHundredths: row.mark_hundredths,
    maxHundredths: row.scope_max_hundredths,
  }));
}

/** How many entries of the log tell of the student's own row. */
export async function countChangesOf(db: Db, rowId: string): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('row_id', '=', rowId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Names of the files beside a student. */
export async function listFilesOf(db: Db, studentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('attachments')
    .select('file_name')
    .where('owner_id', '=', studentId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => row.file_name);
}

/** Of these contents, those that no living row names. */
export async function listUnusedHashes(db: Db, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const used = await db
    .selectFrom('attachments')
    .select('sha256')
    .where('sha256', 'in', [...hashes])
    .where('deleted_at', 'is', null)
    .execute();
  const known = new Set(used.map(({ sha256 }) => sha256));
  return [...new Set(hashes)].filter((hash) => !known.has(hash));
}

/** Ids of the attachments of a student that are not deleted. */
export async function listAttachmentIds(db: Db, studentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('attachments')
    .select('id')
    .where('owner_id', '=', studentId)
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}
