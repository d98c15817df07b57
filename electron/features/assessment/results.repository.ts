import type { Kysely } from 'kysely';
import type { AttemptState } from '#shared/domain/assessment/attemptLife.ts';
import type { MarkedAspect } from '#shared/domain/assessment/totals.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { readTeams, type Team } from '../../database/teamAttempts.ts';

type Db = Kysely<Schema>;

/** A competitor's attempt with its aspects and marks. */
export interface MarkedAttempt {
  id: string;
  studentId: string;
  /** Of a team its name. */
  studentName: string;
  /** Of a team; nobody for one person. */
  memberNames: string[];
  state: AttemptState;
  aspects: MarkedAspect[];
}

interface SchemeAspect extends Omit<MarkedAspect, 'markHundredths' | 'isNotAttempted'> {
  id: string;
  subCriterionId: string;
}

async function listSchemeAspects(db: Db, schemeId: string): Promise<SchemeAspect[]> {
  const rows = await db
    .selectFrom('aspects')
    .innerJoin('sub_criteria', 'sub_criteria.id', 'aspects.sub_criterion_id')
    .innerJoin('criteria', 'criteria.id', 'sub_criteria.criterion_id')
    .select([
      'aspects.id',
      'aspects.sub_criterion_id',
      'aspects.section_number',
      'aspects.max_hundredths',
      'sub_criteria.code as sub_code',
      'criteria.code as criterion_code',
    ])
    .where('aspects.scheme_id', '=', schemeId)
    .where('aspects.deleted_at', 'is', null)
    .orderBy('aspects.position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subCriterionId: row.sub_criterion_id,
    sectionNumber: row.section_number,
    maxHundredths: row.max_hundredths,
    subCriterionCode: row.sub_code,
    criterionCode: row.criterion_code,
  }));
}

async function readMarks(db: Db, attemptIds: readonly string[]) {
  const marks = new Map<string, { outcome: string; mark_hundredths: number | null }>();
  for (let from = 0; from < attemptIds.length; from += 500) {
    const rows = await db
      .selectFrom('marks')
      .select(['attempt_id', 'aspect_id', 'outcome', 'mark_hundredths'])
      .where('attempt_id', 'in', attemptIds.slice(from, from + 500))
      .where('deleted_at', 'is', null)
      .execute();
    for (const row of rows) marks.set(`${row.attempt_id} ${row.aspect_id}`, row);
  }
  return marks;
}

function nameOf(
  person: { surname: string; given_name: string },
  team: Team | undefined,
): Pick<MarkedAttempt, 'studentName' | 'memberNames'> {
  return team
    ? { studentName: team.label, memberNames: team.memberNames }
    : { studentName: `${person.surname} ${person.given_name}`.trim(), memberNames: [] };
}

/** Attempts at a scheme in a session, each with the aspects of its scope and their marks. */
export async function listMarkedAttempts(
  db: Db,
  sessionId: string,
  schemeId: string,
): Promise<MarkedAttempt[]> {
  const attempts = await db
    .selectFrom('attempts')
    .innerJoin('students', 'students.id', 'attempts.student_id')
    .select([
      'attempts.id',
      'attempts.student_id',
      'attempts.status',
      'attempts.sub_criterion_ids_json',
      'students.surname',
      'students.given_name',
    ])
    .where('attempts.session_id', '=', sessionId)
    .where('attempts.scheme_id', '=', schemeId)
    .where('attempts.deleted_at', 'is', null)
    .orderBy('attempts.id')
    .execute();
  const teams = await readTeams(db, sessionId);
  const aspects = await listSchemeAspects(db, schemeId);
  const marks = await readMarks(
    db,
    attempts.map((attempt) => attempt.id),
  );
  return attempts.map((attempt) => {
    const scope =
      attempt.sub_criterion_ids_json === null
        ? null
        : new Set(JSON.parse(attempt.sub_criterion_ids_json) as string[]);
    return {
      id: attempt.id,
      studentId: attempt.student_id,
      ...nameOf(attempt, teams.get(attempt.id)),
      state: attempt.status as AttemptState,
      aspects: aspects
        .filter((aspect) => scope === null || scope.has(aspect.subCriterionId))
        .map(({ id, subCriterionId: _, ...aspect }) => {
          const mark = marks.get(`${attempt.id} ${id}`);
          return {
            ...aspect,
            markHundredths: mark?.outcome === 'marked' ? mark.mark_hundredths : null,
            isNotAttempted: mark?.outcome === 'not_attempted',
          };
        }),
    };
  });
}
