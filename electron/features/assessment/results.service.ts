import type { Kysely } from 'kysely';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import { defaultMedalRules } from '#shared/domain/assessment/medals.ts';
import { rankResults } from '#shared/domain/assessment/results.ts';
import { totalAttempt } from '#shared/domain/assessment/totals.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { allThere } from './assessment.repository.ts';
import { listMarkedAttempts } from './results.repository.ts';

/** Ranks the attempts at a scheme in a session, always from the marks. @throws Refusal `not_found` */
export async function getResults(
  db: Kysely<Schema>,
  input: ParsedInput<'assessment.getResults'>,
): Promise<RouteOutput<'assessment.getResults'>> {
  assertFound(await allThere(db, 'sessions', [input.sessionId]), 'session');
  const attempts = await listMarkedAttempts(db, input.sessionId, input.schemeId);
  const totals = new Map(attempts.map((attempt) => [attempt.id, totalAttempt(attempt.aspects)]));
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const places = rankResults(
    attempts.map(({ id, state }) => ({
      id,
      state,
      totalHundredths: totals.get(id)?.whole.markHundredths ?? 0,
    })),
    input.rules ?? defaultMedalRules,
  );
  return {
    results: places.map(({ id, ...place }) => {
      const { studentId, studentName, memberNames } = found(byId.get(id), 'attempt');
      const tree = found(totals.get(id), 'attempt');
      const { count, markedCount, notAttemptedCount } = tree.whole;
      return {
        ...place,
        attemptId: id,
        studentId,
        studentName,
        memberNames,
        missingCount: count - markedCount - notAttemptedCount,
        ...tree,
      };
    }),
  };
}
