import type { RouteOutput } from '#shared/contract/registry.ts';
import type { TestApplication } from './application.ts';
import { makeCisWorkbook } from './cisWorkbook.ts';
import { aStudent } from './entries.ts';
import { makeSampleScheme } from './sampleScheme.ts';

/** Whatever routes are called through: the application itself, or one of its doors. */
export type Caller = Pick<TestApplication, 'call'>;

/** A competency with a scheme, students in its squad, a session, and an attempt of each at the whole scheme. */
export interface TrainingSetup {
  competencyId: string;
  scheme: RouteOutput<'schemes.get'>;
  studentIds: string[];
  sessionId: string;
  attemptIds: string[];
  /** All aspects of the scheme in order. */
  aspects: RouteOutput<'schemes.get'>['criteria'][number]['subCriteria'][number]['aspects'];
}

/** Imports the sample scheme (plumbing and heating, two criteria, eight aspects). @returns the id of the scheme */
export async function importSampleScheme(app: Caller): Promise<string> {
  const workbook = await makeCisWorkbook(makeSampleScheme());
  const { schemeId } = await app.call('schemes.importWorkbook', {
    fileName: 'scheme.xlsx',
    content: Buffer.from(workbook).toString('base64'),
    dryRun: false,
  });
  if (!schemeId) throw new Error('the scheme was not stored');
  return schemeId;
}

/** Id of an official competency by its number. */
export async function findCompetency(app: Caller, number: string): Promise<string> {
  const { competencies } = await app.call('competencies.list', {});
  const competency = competencies.find((one) => one.number === number);
  if (!competency) throw new Error(`no competency ${number}`);
  return competency.id;
}

/** Sets up a practice day that only has to be marked. */
export async function setUpTraining(
  app: Caller,
  options: { students?: number; date?: string; competencyId?: string } = {},
): Promise<TrainingSetup> {
  const competencyId = options.competencyId ?? (await findCompetency(app, '15'));
  const schemeId = await importSampleScheme(app);
  const studentIds: string[] = [];
  for (let index = 0; index < (options.students ?? 2); index += 1) {
    const student = aStudent({ surname: `Оқушы${'абвгдежзик'.charAt(index % 10)}`, birthDate: null });
    studentIds.push((await app.call('people.createStudent', student)).id);
  }
  await app.call('competencies.addCandidates', { competencyId, studentIds });
  const { id: sessionId } = await app.call('training.createSession', {
    competencyId,
    date: options.date ?? '2026-03-02',
    durationMinutes: 180,
    workshop: '',
    expertId: null,
    notes: '',
  });
  const { attemptIds } = await app.call('training.addAttempts', {
    sessionId,
    schemeId,
    studentIds,
    subCriterionIds: null,
  });
  const scheme = await app.call('schemes.get', { id: schemeId });
  const aspects = scheme.criteria.flatMap((one) => one.subCriteria).flatMap((one) => one.aspects);
  return { competencyId, scheme, studentIds, sessionId, attemptIds, aspects };
}
