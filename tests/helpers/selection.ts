import { criteriaOf } from '#shared/domain/selection/criteria.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import type { TestApplication } from './application.ts';
import { setUpTraining } from './training.ts';

/** Settings to begin with. */
export function aConfig(patch: Partial<ScenarioConfig> = {}): ScenarioConfig {
  return {
    criteria: criteriaOf('marks'),
    missing: 'leave_out',
    eligibility: [{ kind: 'consent' }, { kind: 'status' }],
    rules: [],
    pairValues: [],
    competenciesPerStudent: 1,
    objective: 'total',
    tie: { kind: 'published', figure: 'level', seed: 7 },
    ...patch,
  };
}

/** A championship of one competency with marked candidates, best first, and a selection for it. */
export async function setUpSelection(
  app: TestApplication,
  config: ScenarioConfig = aConfig(),
): Promise<{
  championshipId: string;
  competencyId: string;
  selectionId: string;
  scenarioId: string;
  studentIds: string[];
}> {
  const training = await setUpTraining(app, { students: 4 });
  const first = training.aspects.filter((aspect) => aspect.kind === 'measurement');
  for (const [index, attemptId] of training.attemptIds.entries()) {
    await app.call('training.setMarks', {
      marks: first.map((aspect) => ({
        attemptId,
        aspectId: aspect.id,
        entry: { kind: 'points', markHundredths: Math.round((aspect.maxHundredths * (4 - index)) / 5) },
      })),
    });
  }
  const { competencyId, studentIds } = training;
  const { id: championshipId } = await app.call('championships.create', {
    name: 'Облыстық чемпионат',
    stage: 'regional',
    startDate: '2026-05-12',
    endDate: '2026-05-15',
    place: 'Түркістан',
    isMock: false,
    maxAge: 22,
    notes: '',
    competencies: [{ competencyId, mainSeats: 1, reserveSeats: 1, teamSize: 1, maxAge: null }],
  });
  const { id: selectionId } = await app.call('selection.create', {
    championshipId,
    name: 'Іріктеу',
    scenarioName: 'Негізгі',
    config,
  });
  const { scenarios } = await app.call('selection.get', { id: selectionId });
  return { championshipId, competencyId, selectionId, scenarioId: scenarios[0]!.id, studentIds };
}
