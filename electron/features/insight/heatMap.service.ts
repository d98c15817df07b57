import type { Kysely } from 'kysely';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { listMapAspects, listMapMarks, type MapAspect } from './heatMap.repository.ts';
import type { CompetencyRecord } from './competencyRecord.ts';

type Db = Kysely<Schema>;
type Answer = RouteOutput<'insight.heatMap'>;

/** As many columns as can be read side by side. */
const MOST_ATTEMPTS = 16;
/** Results that tell what is still to gain. */
const RECENT = 3;

/** Codes by place, as the workbook has them: M1, M2 …, J1 … within the sub-criterion. */
function codesOf(aspects: readonly MapAspect[]): Map<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    aspects.map((aspect) => {
      const letter = aspect.kind.startsWith('j') || aspect.kind === 'J' ? 'J' : 'M';
      const key = `${aspect.subCriterionCode}.${letter}`;
      const number = (counts.get(key) ?? 0) + 1;
      counts.set(key, number);
      return [aspect.id, `${key}${number}`];
    }),
  );
}

function toGain(aspect: MapAspect, marks: readonly (number | null)[]): number {
  const recent = marks.filter((mark) => mark !== null).slice(-RECENT);
  if (recent.length === 0) return 0;
  const mean = recent.reduce((sum, mark) => sum + mark, 0) / recent.length;
  return Math.round(aspect.maxHundredths - mean);
}

/** Aspects of a scheme against the student's latest attempts at it; what leaves most to gain comes first. */
export async function describeHeatMap(
  db: Db,
  input: ParsedInput<'insight.heatMap'>,
  { practice: { results } }: CompetencyRecord,
): Promise<Answer> {
  const own = results.filter((one) => one.studentId === input.studentId);
  const schemes = new Map(own.map((one) => [one.schemeId, one.schemeTitle]));
  const schemeId = input.schemeId ?? own.at(-1)?.schemeId ?? null;
  const empty = { schemeId, schemes: [...schemes].map(([id, title]) => ({ id, title })) };
  if (schemeId === null) return { ...empty, attempts: [], aspects: [] };
  const attempts = own.filter((one) => one.schemeId === schemeId).slice(-MOST_ATTEMPTS);
  const aspects = await listMapAspects(db, schemeId);
  const codes = codesOf(aspects);
  const marks = await listMapMarks(
    db,
    attempts.map((one) => one.attemptId),
  );
  const rows = aspects.map((aspect) => {
    const own = attempts.map((attempt) => marks.get(`${attempt.attemptId}/${aspect.id}`) ?? null);
    return {
      aspectId: aspect.id,
      code: codes.get(aspect.id) ?? '',
      description: aspect.description,
      subCriterionCode: aspect.subCriterionCode,
      sectionNumber: aspect.sectionNumber,
      maxHundredths: aspect.maxHundredths,
      toGainHundredths: toGain(aspect, own),
      marks: own,
    };
  });
  return {
    ...empty,
    attempts: attempts.map(({ attemptId, sessionId, date }) => ({ attemptId, sessionId, date })),
    aspects: rows.sort((a, b) => b.toGainHundredths - a.toGainHundredths),
  };
}
