import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import {
  allThere,
  listReplacements,
  listSessionAttempts,
  listSessionJudges,
  readAttempt,
} from './assessment.repository.ts';
import { conflictsByAttempt, findDeclared } from './conflicts.repository.ts';

/** Teams of a session, and who may not judge which of its competitors. @throws Refusal `not_found` */
export async function getTeams(
  db: Kysely<Schema>,
  sessionId: string,
): Promise<RouteOutput<'assessment.getTeams'>> {
  assertFound(await allThere(db, 'sessions', [sessionId]), 'session');
  const rows = await listSessionJudges(db, sessionId);
  const byAttempt = await conflictsByAttempt(db, await listSessionAttempts(db, sessionId));
  const conflicts = new Map(
    [...byAttempt.values()].flat().map((one) => [`${one.expertId} ${one.studentId}`, one]),
  );
  return {
    teams: [...Map.groupBy(rows, (row) => row.sub_criterion_id)].map(([subCriterionId, members]) => ({
      subCriterionId,
      members: members.map((row) => ({
        expertId: row.expert_id,
        name: row.name,
        role: row.role === 'supervisor' ? 'supervisor' : 'judge',
      })),
    })),
    conflicts: [...conflicts.values()],
  };
}

/** Who judges, for a session or one sub-criterion of it. */
export interface TeamInput {
  sessionId: string;
  subCriterionId: string | null;
  judgeIds: readonly string[];
  supervisorId: string | null;
}

/** Names the team anew; members who stay keep their rows. @throws Refusal `not_found` */
export async function setTeam(work: Work, input: TeamInput): Promise<void> {
  const judges = [...new Set(input.judgeIds)].filter((id) => id !== input.supervisorId);
  assertFound(await allThere(work.db, 'sessions', [input.sessionId]), 'session');
  const people = input.supervisorId === null ? judges : [...judges, input.supervisorId];
  assertFound(await allThere(work.db, 'experts', people), 'expert');
  if (input.subCriterionId !== null) {
    assertFound(await allThere(work.db, 'sub_criteria', [input.subCriterionId]), 'sub-criterion');
  }
  const known = (await listSessionJudges(work.db, input.sessionId)).filter(
    (row) => row.sub_criterion_id === input.subCriterionId,
  );
  for (const row of known) if (!people.includes(row.expert_id)) await work.remove('session_judges', row.id);
  for (const [position, expertId] of people.entries()) {
    const role = expertId === input.supervisorId ? 'supervisor' : 'judge';
    const old = known.find((row) => row.expert_id === expertId);
    if (old) await work.update('session_judges', old.id, { role, position });
    else {
      const place = { session_id: input.sessionId, sub_criterion_id: input.subCriterionId };
      work.insert('session_judges', { id: work.newId(), ...place, expert_id: expertId, role, position });
    }
  }
  work.describe({ count: judges.length });
}

/** Puts on record that a judge may not mark a student; once is enough. @returns its id @throws Refusal `not_found` */
export async function declareConflict(
  work: Work,
  input: { expertId: string; studentId: string; reason: string },
): Promise<string> {
  assertFound(await allThere(work.db, 'experts', [input.expertId]), 'expert');
  assertFound(await allThere(work.db, 'students', [input.studentId]), 'student');
  const known = await findDeclared(work.db, input);
  if (known?.id) {
    await work.update('judge_conflicts', known.id, { reason: input.reason });
    return known.id;
  }
  const id = work.newId();
  const pair = { expert_id: input.expertId, student_id: input.studentId };
  work.insert('judge_conflicts', { id, ...pair, reason: input.reason });
  return id;
}

/**
 * Names who marks a competitor in the place of a judge with a conflict.
 * @throws Refusal `not_found`, `judge_conflict` (the new one has a conflict, too), `judge_already_in_team`
 */
export async function replaceJudge(
  work: Work,
  input: { attemptId: string; outExpertId: string; inExpertId: string },
): Promise<void> {
  const attempt = found(await readAttempt(work.db, input.attemptId), 'attempt');
  assertFound(await allThere(work.db, 'experts', [input.outExpertId, input.inExpertId]), 'expert');
  const conflicts = (await conflictsByAttempt(work.db, [attempt])).get(attempt.id) ?? [];
  if (conflicts.some((one) => one.expertId === input.inExpertId)) {
    throw new Refusal('judge_conflict', 'the replacement has a conflict for this competitor');
  }
  const team = await listSessionJudges(work.db, attempt.sessionId);
  if (team.some((row) => row.role === 'judge' && row.expert_id === input.inExpertId)) {
    throw new Refusal('judge_already_in_team', 'the replacement judges this competitor already');
  }
  const known = (await listReplacements(work.db, [attempt.id])).find(
    (row) => row.out_expert_id === input.outExpertId,
  );
  if (known) work.updateKnown('judge_replacements', known, { in_expert_id: input.inExpertId });
  else {
    const pair = { out_expert_id: input.outExpertId, in_expert_id: input.inExpertId };
    work.insert('judge_replacements', { id: work.newId(), attempt_id: attempt.id, ...pair });
  }
}
