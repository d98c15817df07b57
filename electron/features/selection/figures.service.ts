import type { Kysely } from 'kysely';
import type { ChampionshipRow } from '#shared/contract/championships.ts';
import type { SelectionCandidate } from '#shared/contract/selectionCandidates.ts';
import type { SelectionView } from '#shared/contract/selectionView.ts';
import type { Figure } from '#shared/domain/selection/criteria.ts';
import { figuresFromPractice, type PractisedAttempt } from '#shared/domain/selection/figures.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { FigureSource, FigureSources } from './figureSources.ts';
import {
  listAttendanceShares,
  listPractice,
  listSectionFloors,
  listSquads,
  readAgeLimits,
  type SquadPlace,
} from './candidates.repository.ts';

type Db = Kysely<Schema>;

const SECTION_DAYS = 180;

type KnownBySource = Map<string, Awaited<ReturnType<FigureSource>>>;

/** What a championship's candidates are judged by, gathered from the database. */
interface Gathered {
  practice: Map<string, PractisedAttempt[]>;
  fromPractice: Map<string, Map<string, Record<string, Figure>>>;
  floors: Map<string, { percent: number; count: number }>;
  attendance: Map<string, { percent: number; count: number }>;
  /** By competency, then student. */
  forecasts: KnownBySource;
  adherence: KnownBySource;
  assessments: SelectionView['assessments'];
  squads: SquadPlace[];
  ageLimits: Map<string, number | null>;
  championship: ChampionshipRow;
}

const NOTHING: Figure = { value: null, deviation: null, count: 0 };

const sure = (known: { percent: number; count: number } | undefined): Figure => ({
  value: known?.percent ?? null,
  deviation: null,
  count: known?.count ?? 0,
});

/** Mean of what experts said, with its standard error when there are several. */
function assessed(entries: readonly { value: number }[]): Figure {
  if (entries.length === 0) return NOTHING;
  const mean = entries.reduce((sum, { value }) => sum + value, 0) / entries.length;
  const spread = entries.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  const deviation = entries.length > 1 ? Math.sqrt(spread / (entries.length - 1) / entries.length) : null;
  return { value: mean, deviation, count: entries.length };
}

/** What experts said of a candidate, by criterion. */
function assessedFigures(place: SquadPlace, gathered: Gathered): Record<string, Figure> {
  const own = gathered.assessments.filter(
    ({ studentId, competencyId }) => studentId === place.id && competencyId === place.competencyId,
  );
  const said = Map.groupBy(own, ({ criterion }) => criterion);
  return Object.fromEntries([...said].map(([criterion, entries]) => [criterion, assessed(entries)]));
}

function figuresOf(place: SquadPlace, gathered: Gathered): Record<string, Figure> {
  const { id, competencyId } = place;
  const name = `${id} ${competencyId}`;
  return {
    ...gathered.fromPractice.get(competencyId)?.get(id),
    forecast: gathered.forecasts.get(competencyId)?.get(id) ?? NOTHING,
    adherence: gathered.adherence.get(competencyId)?.get(id) ?? NOTHING,
    section_floor: sure(gathered.floors.get(name)),
    attendance: sure(gathered.attendance.get(name)),
    ...assessedFigures(place, gathered),
  };
}

function ageLimitOf(competencyId: string, { championship, ageLimits }: Gathered): number | null {
  const entry = championship.competencies.find((one) => one.competencyId === competencyId);
  return entry?.maxAge ?? championship.maxAge ?? ageLimits.get(competencyId) ?? null;
}

function describe(place: SquadPlace, gathered: Gathered): SelectionCandidate {
  const { competencyId } = place;
  const attempts = (gathered.practice.get(competencyId) ?? []).filter(
    ({ studentId }) => studentId === place.id,
  );
  const figures = figuresOf(place, gathered);
  return {
    studentId: place.id,
    competencyId,
    maxAge: ageLimitOf(competencyId, gathered),
    figures,
    facts: {
      studentId: place.id,
      competencyId,
      birthDate: place.birthDate,
      consent: place.consent,
      studentStatus: place.studentStatus,
      candidateStatus: place.candidateStatus,
      attemptDays: attempts.map(({ date }) => date),
      levelPercent: figures['level']?.value ?? null,
      mockCount: attempts.filter(({ isMock }) => isMock).length,
      squadIds: gathered.squads.filter(({ id }) => id === place.id).map((one) => one.competencyId),
    },
  };
}

/** Candidates of a championship's competencies with figures and facts, as of a day; and the squads they come from. */
export async function gatherCandidates(
  db: Db,
  championship: ChampionshipRow,
  from: { today: string; assessments: SelectionView['assessments']; sources: FigureSources },
): Promise<{ squads: SquadPlace[]; candidates: SelectionCandidate[] }> {
  const ids = championship.competencies.map(({ competencyId }) => competencyId);
  const practice = await listPractice(db, ids, from.today);
  const ask = async (source: FigureSource): Promise<KnownBySource> => {
    const known: KnownBySource = new Map();
    const question = { db, day: championship.startDate, today: from.today };
    for (const competencyId of ids) known.set(competencyId, await source({ ...question, competencyId }));
    return known;
  };
  const since = fromDayNumber(toDayNumber(from.today) - SECTION_DAYS);
  const gathered: Gathered = {
    practice,
    fromPractice: new Map(
      [...practice].map(([id, attempts]) => [id, figuresFromPractice(attempts, from.today)]),
    ),
    floors: await listSectionFloors(db, ids, since),
    attendance: await listAttendanceShares(db, ids),
    forecasts: await ask(from.sources.forecast),
    adherence: await ask(from.sources.adherence),
    assessments: from.assessments,
    squads: await listSquads(db, ids),
    ageLimits: await readAgeLimits(db, ids),
    championship,
  };
  return {
    squads: gathered.squads,
    candidates: gathered.squads.map((place) => describe(place, gathered)),
  };
}
