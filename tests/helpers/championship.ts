import type { RouteOutput } from '#shared/contract/registry.ts';
import type { TestApplication } from './application.ts';
import { setUpTraining, type Caller, type TrainingSetup } from './training.ts';

type Judging = RouteOutput<'assessment.getJudging'>;
type Sheet = RouteOutput<'training.getSheet'>;

/** Six competitors, three judges and one to replace them, at the sample scheme. */
export interface Championship extends TrainingSetup {
  app: TestApplication;
  schemeId: string;
  expertIds: string[];
  outsiderId: string;
  /** First competitor, first judged aspect. */
  judged: { attemptId: string; aspectId: string };
  /** How that aspect stands in somebody's eyes. */
  judging(viewerExpertId: string | null): Promise<Judging['cells'][number]>;
  attempt(): Promise<Judging['attempts'][number]>;
  sheet(): Promise<Sheet>;
  markOfJudged(): Promise<Sheet['marks'][number] | undefined>;
}

/** Enters an expert. @returns the id */
export async function addExpert(app: Caller, surname: string): Promise<string> {
  const rest = {
    givenName: 'А',
    patronymic: '',
    organisation: '',
    position: '',
    phone: '',
    email: '',
    notes: '',
  };
  return (await app.call('people.createExpert', { surname, ...rest })).id;
}

/** Enters people, scheme, session, team and attempts through the routes that the screens use. */
export async function startChampionship(app: TestApplication): Promise<Championship> {
  const setup = await setUpTraining(app, { students: 6 });
  const { sessionId, scheme, attemptIds, aspects } = setup;
  const expertIds = [
    await addExpert(app, 'Асанова'),
    await addExpert(app, 'Болатов'),
    await addExpert(app, 'Ким'),
  ];
  const outsiderId = await addExpert(app, 'Дүйсен');
  const team = { sessionId, subCriterionId: null, judgeIds: expertIds, supervisorId: null };
  await app.call('assessment.setTeam', team);
  const subCriterionId = scheme.criteria[0]!.subCriteria[0]!.id;
  const judged = {
    attemptId: attemptIds[0]!,
    aspectId: aspects.find((aspect) => aspect.kind === 'judgement')!.id,
  };
  const isJudged = (one: { attemptId: string; aspectId: string }): boolean =>
    one.attemptId === judged.attemptId && one.aspectId === judged.aspectId;
  const getJudging = (viewerExpertId: string | null): Promise<Judging> =>
    app.call('assessment.getJudging', { sessionId, subCriterionId, viewerExpertId });
  const sheet = (): Promise<Sheet> => app.call('training.getSheet', { sessionId, schemeId: scheme.id });
  return {
    ...setup,
    app,
    schemeId: scheme.id,
    expertIds,
    outsiderId,
    judged,
    judging: async (viewer) => (await getJudging(viewer)).cells.find(isJudged)!,
    attempt: async () => (await getJudging(null)).attempts.find((one) => one.attemptId === judged.attemptId)!,
    sheet,
    markOfJudged: async () => (await sheet()).marks.find(isJudged),
  };
}
