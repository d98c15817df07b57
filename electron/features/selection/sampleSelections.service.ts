import { criteriaOf } from '#shared/domain/selection/criteria.ts';
import { defaultConfig } from '#shared/domain/selection/defaultConfig.ts';
import { hashText } from '#shared/domain/selection/seededRandom.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Database } from '../../database/database.ts';
import { listCandidateIds, listOfficialCompetencies } from './candidates.repository.ts';
import { createChampionship } from './championships.service.ts';
import { keepRun, solveNow, type SelectionTools } from './runs.service.ts';
import type { FigureSource } from './figureSources.ts';
import { createSelection, readDecidedTeam, replaceCompetitor, setStatus } from './selection.service.ts';
import { getSelection, listScenarios } from './selection.repository.ts';

const HEADER = { name: 'sample.open', actor: { id: 'sample', name: '' }, undoable: false };
/** Competencies of the sample's squads. */
const NUMBERS = ['10', '17', '18', '20', '29', '34'];
const COMMISSION = [
  { name: 'Сәрсенбаева Гүлнар Асқарқызы', role: 'Директордың орынбасары' },
  { name: 'Жұмабеков Ерлан Серікұлы', role: 'Әдіскер' },
  { name: 'Тілеубаев Марат Болатұлы', role: 'Серіктес кәсіпорын өкілі' },
];
const CHAIR = 'Сәрсенбаева Гүлнар Асқарқызы';
const WEEK = 7;

interface Seeding {
  database: Database;
  tools: SelectionTools;
  today: string;
  competencyIds: string[];
}

const dayFrom = (day: string, days: number): string => fromDayNumber(toDayNumber(day) + days);

const write = async <T>({ database }: Seeding, body: (work: Work) => Promise<T>): Promise<T> =>
  (await database.commit(HEADER, body)).value;

function addChampionship(
  seeding: Seeding,
  fields: { name: string; stage: 'college' | 'regional'; startDate: string; place: string },
): Promise<string> {
  return write(seeding, (work) =>
    createChampionship(work, {
      ...fields,
      endDate: dayFrom(fields.startDate, 3),
      isMock: false,
      maxAge: 22,
      notes: '',
      competencies: seeding.competencyIds.map((competencyId) => ({
        competencyId,
        mainSeats: 1,
        reserveSeats: 1,
        teamSize: 1,
        maxAge: null,
      })),
    }),
  );
}

/** What experts say of each candidate: made up, the same every time. */
async function addAssessments(seeding: Seeding): Promise<void> {
  const candidates = await listCandidateIds(seeding.database.db, seeding.competencyIds);
  await write(seeding, (work) => {
    work.insertMany(
      'candidate_assessments',
      candidates.flatMap(({ student_id, competency_id }, index) =>
        ['composure', 'teamwork'].map((criterion) => ({
          id: work.newId(),
          student_id,
          competency_id,
          criterion,
          assessor: COMMISSION[1]?.name ?? '',
          value_hundredths: 100 * (50 + (hashText(`${criterion} ${index}`) % 10) * 5),
          made_at: work.at,
        })),
      ),
    );
    return Promise.resolve();
  });
}

/**
 * Solves a scenario as of a day and keeps the run. Forecasts take long: all runs of a championship ahead rest on those
 * of today, and those of one that is over do without.
 * @returns the run's id
 */
async function addRun(seeding: Seeding, scenarioId: string, day: string): Promise<string> {
  const from = { db: seeding.database.db, today: day };
  const { sources } = seeding.tools;
  const forecast: FigureSource = (question) =>
    question.day < seeding.today
      ? Promise.resolve(new Map())
      : sources.forecast({ ...question, today: seeding.today });
  const tools = { ...seeding.tools, sources: { ...sources, forecast } };
  const solved = await solveNow(from, tools, { scenarioId, task: `sample-${scenarioId}` });
  return write(seeding, (work) => {
    const at = day === seeding.today ? work.at : `${day}T09:00:00.000Z`;
    return Promise.resolve(keepRun(work, { ...solved, scenarioId, at }));
  });
}

async function addScenario(
  seeding: Seeding,
  scenario: { selectionId: string; name: string; notes: string; config: ScenarioConfig },
): Promise<string> {
  const { selectionId, name, notes, config } = scenario;
  return write(seeding, (work) => {
    const id = work.newId();
    const config_json = JSON.stringify(config);
    work.insert('selection_scenarios', { id, selection_id: selectionId, name, notes, config_json });
    return Promise.resolve(id);
  });
}

async function startSelection(
  seeding: Seeding,
  championshipId: string,
  given: { name: string; config: ScenarioConfig },
): Promise<{ selectionId: string; scenarioId: string }> {
  const selectionId = await write(seeding, async (work) => {
    const id = await createSelection(work, { championshipId, scenarioName: 'Негізгі сценарий', ...given });
    await work.update('selections', id, { commission_json: JSON.stringify(COMMISSION) });
    return id;
  });
  const [scenario] = await listScenarios(seeding.database.db, selectionId);
  return { selectionId, scenarioId: scenario?.id ?? '' };
}

/** A championship of the college that is over: approved, published, and one competitor replaced since. */
async function addApproved(seeding: Seeding): Promise<void> {
  const startDate = dayFrom(seeding.today, -4 * WEEK);
  const championshipId = await addChampionship(seeding, {
    name: 'Колледж чемпионаты',
    stage: 'college',
    startDate,
    place: 'Самалтау',
  });
  const config = { ...defaultConfig(Number(startDate.slice(0, 4))), criteria: criteriaOf('steady') };
  const { selectionId, scenarioId } = await startSelection(seeding, championshipId, {
    name: 'Колледж құрамасы',
    config,
  });
  const runId = await addRun(seeding, scenarioId, dayFrom(startDate, -2 * WEEK));
  const momentOf = (days: number): string => `${dayFrom(startDate, days)}T09:00:00.000Z`;
  for (const [index, status] of (['discussed', 'approved', 'published'] as const).entries()) {
    const step = {
      id: selectionId,
      status,
      person: CHAIR,
      note: status === 'discussed' ? 'Комиссия отырысы өтті' : '',
      runId: status === 'approved' ? runId : null,
    };
    await write(seeding, (work) => setStatus(work, step, momentOf(index - 2 * WEEK + 1)));
  }
  await write(seeding, async (work) => {
    const selection = await getSelection(work.db, selectionId);
    const team = selection ? (await readDecidedTeam(work.db, selection)).team : [];
    const reserve = team.find(({ seat }) => seat === 'reserve');
    const leaving = team.find(
      ({ seat, competencyId }) => seat === 'main' && competencyId === reserve?.competencyId,
    );
    if (!reserve || !leaving) return;
    const handover = {
      selectionId,
      competencyId: leaving.competencyId,
      seat: leaving.seat,
      outStudentId: leaving.studentId,
      inStudentId: reserve.studentId,
      reason: 'injury',
      note: 'Дәрігер анықтамасы бар',
      person: CHAIR,
    };
    await replaceCompetitor(work, handover, momentOf(-3));
  });
}

/** The regional championship ahead: proposed, with a run of last week and one of today, and a second scenario. */
async function addProposed(seeding: Seeding): Promise<void> {
  const { today } = seeding;
  const startDate = dayFrom(today, 6 * WEEK);
  const championshipId = await addChampionship(seeding, {
    name: 'Облыстық чемпионат',
    stage: 'regional',
    startDate,
    place: 'Түркістан',
  });
  const config = defaultConfig(Number(startDate.slice(0, 4)));
  const { selectionId, scenarioId } = await startSelection(seeding, championshipId, {
    name: 'Облыстық іріктеу',
    config,
  });
  await addRun(seeding, scenarioId, dayFrom(today, -WEEK));
  await addRun(seeding, scenarioId, today);
  const second = await addScenario(seeding, {
    selectionId,
    name: 'Жарыс күні маңызды',
    notes: 'Болжам мен соңғы толық тапсырмаға көбірек салмақ берілді, әлсіз құзыреттілік бірінші.',
    config: { ...config, criteria: criteriaOf('championship_day'), objective: 'weakest' },
  });
  await addRun(seeding, second, today);
}

/** Gives the sample college a championship that is decided and one that is being prepared. */
export async function seedSelections(
  database: Database,
  tools: SelectionTools,
  today: string,
): Promise<void> {
  const competencyIds = await listOfficialCompetencies(database.db, NUMBERS);
  const seeding = { database, tools, today, competencyIds };
  await addAssessments(seeding);
  await addApproved(seeding);
  await addProposed(seeding);
}
