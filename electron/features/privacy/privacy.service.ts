import type { Kysely } from 'kysely';
import type { ConsentRow } from '#shared/contract/privacy.ts';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import { findConsentGap, type ConsentGap } from '#shared/domain/privacy/consents.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Database } from '../../database/database.ts';
import { erasePerson } from '../../database/erasure.ts';
import { entityNames, type Schema } from '../../database/schema/schema.ts';
import type { CommandContext } from '../../router/context.ts';
import { assertFound, found } from '../../router/refusal.ts';
import {
  countChangesOf,
  listAttachmentIds,
  listAttemptsOf,
  listConsents,
  listErasures,
  listFilesOf,
  listHoldings,
  listPrivateStudents,
  listUnusedHashes,
  readRetention,
  RETENTION_SETTING,
  type PrivateStudent,
} from './privacy.repository.ts';

const DEFAULT_YEARS = 3;

/** A consent that only the list of students tells counts until there is one in the register. */
function gapOf(student: PrivateStudent, consents: readonly ConsentRow[], today: string): ConsentGap {
  if (consents.length === 0 && student.consent === 'given') return 'none';
  return findConsentGap(consents, student.birthDate, today);
}

/** Consents of a student and what is missing. @throws Refusal `not_found` */
export async function consentsOf(
  db: Kysely<Schema>,
  studentId: string,
  today: string,
): Promise<RouteOutput<'privacy.listConsents'>> {
  const students = await listPrivateStudents(db);
  const student = found(
    students.find(({ id }) => id === studentId),
    'student',
  );
  const consents = await listConsents(db, studentId);
  const gap = gapOf(student, consents, today);
  return { consents, gap: gap === 'none' ? null : gap };
}

/** Records a consent; that to training is also what the list of students shows. @throws Refusal `not_found` */
export async function recordConsent(
  work: Work,
  input: ParsedInput<'privacy.recordConsent'>,
): Promise<string> {
  const id = work.newId();
  if (input.purpose === 'training') {
    const patch = { consent: input.state, consent_date: input.givenOn };
    assertFound(await work.update('students', input.studentId, patch), 'student');
  }
  work.insert('consents', {
    id,
    student_id: input.studentId,
    purpose: input.purpose,
    state: input.state,
    given_on: input.givenOn,
    valid_until: input.validUntil,
    person: input.person,
    relation: input.relation,
    notes: input.notes,
  });
  return id;
}

const yearsBefore = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

/** Missing consents of active students, data that has been kept for long enough, erasures. */
export async function getOverview(
  db: Kysely<Schema>,
  today: string,
): Promise<RouteOutput<'privacy.getOverview'>> {
  const [students, consents, erasures] = [
    await listPrivateStudents(db),
    await listConsents(db),
    await listErasures(db),
  ];
  const erased = new Set(erasures.map(({ studentId }) => studentId));
  const retentionYears = Number((await readRetention(db))?.value ?? DEFAULT_YEARS);
  const limit = yearsBefore(today, retentionYears);
  const consentsByStudent = Map.groupBy(consents, ({ studentId }) => studentId);
  const present = students.filter(({ id }) => !erased.has(id));
  const gaps = present
    .filter(({ status }) => status === 'active')
    .flatMap((student) => {
      const { id, name, groupName } = student;
      const gap = gapOf(student, consentsByStudent.get(id) ?? [], today);
      return gap === 'none' ? [] : [{ studentId: id, name, groupName, gap }];
    });
  const due = present
    .filter(
      ({ status, updatedAt }) => ['graduated', 'expelled'].includes(status) && updatedAt.slice(0, 10) < limit,
    )
    .map(({ id, name, updatedAt }) => ({ studentId: id, name, leftOn: updatedAt.slice(0, 10) }));
  return {
    gaps,
    retentionYears,
    due,
    erasures: erasures.map(({ erasedOn, reason }) => ({ erasedOn, reason: reason as 'request' })),
  };
}

/** Stores how many years data is kept after somebody has left. */
export async function setRetention(work: Work, years: number): Promise<void> {
  const known = await readRetention(work.db);
  if (known) await work.update('settings', known.id, { value: String(years) });
  else work.insert('settings', { id: work.newId(), name: RETENTION_SETTING, value: String(years) });
}

/** All that is held about a student. @throws Refusal `not_found` */
export async function inspectStudent(
  db: Kysely<Schema>,
  studentId: string,
  tools: { now: string; references: readonly { table: string; column: string }[] },
): Promise<RouteOutput<'privacy.inspect'>> {
  const students = await listPrivateStudents(db);
  const student = found(
    students.find(({ id }) => id === studentId),
    'student',
  );
  return {
    name: student.name,
    madeAt: tools.now,
    holdings: await listHoldings(db, studentId, tools.references),
    attempts: await listAttemptsOf(db, studentId),
    changes: await countChangesOf(db, studentId),
    attachments: await listFilesOf(db, studentId),
  };
}

/**
 * Erases a student; the file is rewritten, so that no page of it holds the name.
 * @returns hashes of files that no row names any more
 * @throws Refusal `not_found`
 */
export async function eraseStudent(
  { database, write, today }: Pick<CommandContext, 'database' | 'write' | 'today'>,
  { studentId, reason }: ParsedInput<'privacy.erase'>,
): Promise<string[]> {
  const hashes = await write(
    async (work) => {
      const students = await listPrivateStudents(work.db);
      found(
        students.find(({ id }) => id === studentId),
        'student',
      );
      for (const id of await listAttachmentIds(work.db, studentId)) await work.remove('attachments', id);
      work.insert('erasures', { id: work.newId(), student_id: studentId, erased_on: today, reason });
      return erasePerson(work.db, {
        studentId,
        entities: entityNames,
        references: referencesTo(database),
      });
    },
    { undoable: false },
  );
  await database.wipe();
  return listUnusedHashes(database.db, hashes);
}

/** Columns that point to students. */
export const referencesTo = (database: Database): { table: string; column: string }[] =>
  database.referencesTo('students');
