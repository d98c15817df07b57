import type { RouteOutput } from '#shared/contract/registry.ts';
import type { TestApplication } from './application.ts';
import { addExpert } from './championship.ts';
import { aStudent } from './entries.ts';
import { findCompetency, importSampleScheme } from './training.ts';

type Entry = RouteOutput<'contest.getEntry'>;

/** A mock championship in one competency, ready for its first mark. */
export interface ContestSetup {
  championshipId: string;
  entryId: string;
  schemeId: string;
  sessionId: string;
  studentIds: string[];
  /** In the order they were entered. */
  competitorIds: string[];
  attemptIds: string[];
  expertIds: [string, string, string];
  scheme: RouteOutput<'schemes.get'>;
  entry(): Promise<Entry>;
  /** Full marks less so many hundredths in the first measurement that allows it, and a judge's 2 everywhere. */
  markAll(deductions: readonly number[]): Promise<void>;
  results(): Promise<RouteOutput<'contest.getResults'>['entries'][number]>;
}

/** Enters students one by one. @returns ids */
export async function addStudents(app: TestApplication, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const surname = `Қатысушы${'абвгдежзиклмнопрст'.charAt(index % 18)}`;
    ids.push((await app.call('people.createStudent', aStudent({ surname, birthDate: null }))).id);
  }
  return ids;
}

/** Creates a championship with competency 15. @returns its id and that of the entry */
export async function addContest(
  app: TestApplication,
  teamSize = 1,
): Promise<{ championshipId: string; entryId: string }> {
  const competencyId = await findCompetency(app, '15');
  const { id: championshipId } = await app.call('championships.create', {
    name: 'Сынақ чемпионаты',
    stage: 'college',
    startDate: '2026-03-02',
    endDate: '2026-03-04',
    place: 'Шеберхана',
    isMock: true,
    maxAge: null,
    notes: '',
    competencies: [{ competencyId, mainSeats: 1, reserveSeats: 0, teamSize, maxAge: null }],
  });
  const { entries } = await app.call('contest.get', { championshipId });
  return { championshipId, entryId: entries[0]!.id };
}

/** Sets up a championship through the routes that the screens use. */
export async function setUpContest(app: TestApplication, competitors = 6): Promise<ContestSetup> {
  const { championshipId, entryId } = await addContest(app);
  const schemeId = await importSampleScheme(app);
  const studentIds = await addStudents(app, competitors);
  const { sessionId } = await app.call('contest.setScheme', { entryId, schemeId });
  const { ids: competitorIds } = await app.call('contest.addCompetitors', {
    entryId,
    competitors: studentIds.map((studentId) => ({ teamName: '', studentIds: [studentId] })),
  });
  const entry = (): Promise<Entry> => app.call('contest.getEntry', { entryId });
  const known = new Map((await entry()).competitors.map((one) => [one.id, one.attemptId!]));
  const attemptIds = competitorIds.map((id) => known.get(id)!);
  const scheme = await app.call('schemes.get', { id: schemeId });
  const expertIds: [string, string, string] = [
    await addExpert(app, 'Асанова'),
    await addExpert(app, 'Болатов'),
    await addExpert(app, 'Ким'),
  ];
  const aspects = scheme.criteria.flatMap((one) => one.subCriteria).flatMap((one) => one.aspects);
  const partial = aspects.find((aspect) => aspect.kind === 'measurement' && aspect.maxHundredths === 2700)!;
  return {
    championshipId,
    entryId,
    schemeId,
    sessionId,
    studentIds,
    competitorIds,
    attemptIds,
    expertIds,
    scheme,
    entry,
    async markAll(deductions) {
      await app.call('training.setMarks', {
        marks: attemptIds.slice(0, deductions.length).flatMap((attemptId, index) =>
          aspects.map((aspect) => ({
            attemptId,
            aspectId: aspect.id,
            entry:
              aspect.kind === 'judgement'
                ? ({ kind: 'score', score: 3 } as const)
                : ({
                    kind: 'points',
                    markHundredths:
                      aspect.maxHundredths - (aspect.id === partial.id ? deductions[index]! : 0),
                  } as const),
          })),
        ),
      });
    },
    results: async () => (await app.call('contest.getResults', { championshipId })).entries[0]!,
  };
}

/** Completes and verifies results by two different experts. */
export async function verifyAll(
  app: TestApplication,
  contest: ContestSetup,
  attemptIds: readonly string[] = contest.attemptIds,
): Promise<void> {
  const [first, second] = contest.expertIds;
  const ids = { attemptIds: [...attemptIds], reason: '' };
  await app.call('assessment.changeStates', { ...ids, step: 'complete', byExpertId: first });
  await app.call('assessment.changeStates', { ...ids, step: 'verify', byExpertId: second });
}
