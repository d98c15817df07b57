import type { Kysely } from 'kysely';
import type { ChampionshipRow } from '#shared/contract/championships.ts';
import type { SelectionCandidate } from '#shared/contract/selectionCandidates.ts';
import type { SelectionView } from '#shared/contract/selectionView.ts';
import type { Figure } from '#shared/domain/selection/criteria.ts';
import { figuresFromPractice, type PractisedAttempt } from '#shared/domain/selection/figures.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Schema } from '../../database/schema/schema.ts';
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

/** What a championship's candidates are judged by, gathered from the database. */
interface Gathered {
  practice: Map<string, PractisedAttempt[]>;
  fromPractice: Map<string, Map<string, Record<string, Figure>>>;
  floors: Map<string, { percent: number; count: number }>;
  attendance: Map<string, { percent: number; count: number }>;
  assessments: SelectionView['assessments'];
  squads: SquadPlace[];
  ageLimits: Map<string, number | null>;
  championship: ChampionshipRow;
}

const sure = (known: { percent: number; count: number } | undefined): Figure => ({
  value: known?.percent ?? null,
  deviation: null,
  count: known?.count ?? 0,
});

/** Mean of what experts said, with its standard error when there are several. */
function assessed(entries: readonly { value: number }[]): Figure {
  if (entries.length === 0) return { value: null, deviation: null, count: 0 };
  const mean = entries.reduce((sum, { value }) => sum + value, 0) / entries.length;
  const spread = entries.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  const deviation = entries.length > 1 ? Math.sqrt(spread / (entries.length - 1) / entries.length) : null;
  return { value: mean, deviation, count: entries.length };
}

function describe(place: SquadPlace, gathered: Gathered): SelectionCandidate {
  const { competencyId } = place;
  const name = `${place.id} ${competencyId}`;
  const own = gathered.fromPractice.get(competencyId)?.get(place.id) ?? {};
  const attempts = (gathered.practice.get(competencyId) ?? []).filter(
    ({ studentId }) => studentId === place.id,
  );
  const said = Map.groupBy(
    gathered.assessments.filter(
      (entry) => entry.studentId === place.id && entry.competencyId === competencyId,
    ),
    ({ criterion }) => criterion,
  );
  const entry = gathered.championship.competencies.find((one) => one.competencyId === competencyId);
  const limit = entry?.maxAge ?? gathered.championship.maxAge ?? gathered.ageLimits.get(competencyId) ?? null;
  return {
    studentId: place.id,
    competencyId,
    maxAge: limit,
    figures: {
      ...own,
      section_floor: sure(gathered.floors.get(name)),
      attendance: sure(gathered.attendance.get(name)),
      ...Object.fromEntries([...said].map(([criterion, entries]) => [criterion, assessed(entries)])),
    },
    facts: {
      studentId: place.id,
      competencyId,
      birthDate: place.birthDate,
      consent: place.consent,
      studentStatus: place.studentStatus,
      candidateStatus: place.candidateStatus,
      attemptDays: attempts.map(({ date }) => date),
      levelPercent: own['level']?.value ?? null,
      mockCount: attempts.filter(({ isMock }) => isMock).length,
      squadIds: gathered.squads.filter(({ id }) => id === place.id).map((one) => one.competencyId),
    },
  };
}

/** Candidates of a championship's competencies with figures and facts, as of a day; and the squads they come from. */
export async function gatherCandidates(
  db: Db,
  championship: ChampionshipRow,
  from: { today: string; assessments: SelectionView['assessments'] },
): Promise<{ squads: SquadPlace[]; candidates: SelectionCandidate[] }> {
  const ids = championship.competencies.map(({ competencyId }) => competencyId);
  const practice = await listPractice(db, ids, from.today);
  const days = { today: from.today, championship: championship.startDate };
  const since = fromDayNumber(toDayNumber(from.today) - SECTION_DAYS);
  const gathered: Gathered = {
    practice,
    fromPractice: new Map([...practice].map(([id, attempts]) => [id, figuresFromPractice(attempts, days)])),
    floors: await listSectionFloors(db, ids, since),
    attendance: await listAttendanceShares(db, ids),
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
