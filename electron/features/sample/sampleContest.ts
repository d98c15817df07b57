import { drawOrder } from '#shared/domain/assessment/contest.ts';
import type {
  SampleCompetitor,
  SampleContest,
  SampleContestEntry,
} from '#shared/domain/sample/sampleContest.ts';
import type { Work } from '../../database/changes/work.ts';

/** Ids that the sample's indexes stand for. */
export interface ContestIds {
  competencyId(number: string): string;
  studentId(index: number): string;
  expertId(index: number): string;
  schemeId(index: number): string;
  aspectId(
    schemeIndex: number,
    place: { criterionIndex: number; subCriterionIndex: number; aspectIndex: number },
  ): string;
}

interface Place {
  work: Work;
  ids: ContestIds;
  entry: SampleContestEntry;
  sessionId: string;
}

function storeMarks({ work, ids, entry }: Place, attemptId: string, marks: SampleCompetitor['marks']): void {
  const aspects = marks.map((mark) => ids.aspectId(entry.schemeIndex, mark));
  work.insertMany(
    'judge_scores',
    marks.flatMap((mark, index) =>
      (mark.scores ?? []).map((score, judge) => ({
        id: work.newId(),
        attempt_id: attemptId,
        aspect_id: aspects[index] ?? '',
        expert_id: ids.expertId(entry.judgeIndexes[judge] ?? 0),
        round: 1,
        score,
        note: '',
      })),
    ),
  );
  work.insertMany(
    'marks',
    marks.map((mark, index) => ({
      id: work.newId(),
      attempt_id: attemptId,
      aspect_id: aspects[index] ?? '',
      outcome: mark.markHundredths === null ? 'not_attempted' : 'marked',
      mark_hundredths: mark.markHundredths,
      score: null,
      measured_json: null,
      reason: null,
    })),
  );
}

/** An attempt with its marks; who completed it and who verified it are two. @returns its id */
function storeAttempt(place: Place, competitor: SampleCompetitor): string {
  const { work, ids, entry, sessionId } = place;
  const { state } = competitor;
  const id = work.newId();
  const [completer = 0, verifier = 0] = entry.judgeIndexes;
  const isVerified = state === 'verified' || state === 'locked';
  work.insert('attempts', {
    id,
    session_id: sessionId,
    student_id: ids.studentId(competitor.studentIndex),
    scheme_id: ids.schemeId(entry.schemeIndex),
    sub_criterion_ids_json: null,
    status: state,
    duration_minutes: null,
    notes: '',
    completed_by: isVerified || state === 'complete' ? ids.expertId(completer) : null,
    verified_by: isVerified ? ids.expertId(verifier) : null,
    state_reason: competitor.reason || null,
  });
  storeMarks(place, id, competitor.marks);
  return id;
}

function storeCompetitors(place: Place, entryId: string): void {
  const { work, ids, entry } = place;
  const competitors = entry.competitors.map((competitor) => ({ id: work.newId(), competitor }));
  const order = drawOrder(
    competitors.map((one) => one.id),
    entry.seed,
  );
  for (const { id, competitor } of competitors) {
    const attemptId = storeAttempt(place, competitor);
    const position = order.indexOf(id) + 1;
    work.insert('competitors', { id, entry_id: entryId, position, team_name: '', attempt_id: attemptId });
    const studentId = ids.studentId(competitor.studentIndex);
    work.insert('competitor_members', {
      id: work.newId(),
      competitor_id: id,
      student_id: studentId,
      position: 0,
    });
  }
}

function storeTeam({ work, ids, entry, sessionId }: Place): void {
  const people = entry.judgeIndexes.map((index) => ({ index, role: 'judge' }));
  if (entry.supervisorIndex !== null) people.push({ index: entry.supervisorIndex, role: 'supervisor' });
  work.insertMany(
    'session_judges',
    people.map(({ index, role }, position) => ({
      id: work.newId(),
      session_id: sessionId,
      sub_criterion_id: null,
      expert_id: ids.expertId(index),
      role,
      position,
    })),
  );
}

/** The session that holds the marks of a competency. @returns its id */
function storeSession(
  work: Work,
  contest: SampleContest,
  options: { name: string; competencyId: string },
): string {
  const id = work.newId();
  work.insert('sessions', {
    id,
    competency_id: options.competencyId,
    date: contest.startDate,
    duration_minutes: null,
    workshop: contest.place,
    expert_id: null,
    notes: options.name,
  });
  return id;
}

function storeEntry(place: Place, championshipId: string): void {
  const { work, ids, entry, sessionId } = place;
  const entryId = work.newId();
  const isClosed = entry.state !== 'open';
  work.insert('championship_competencies', {
    id: entryId,
    championship_id: championshipId,
    competency_id: ids.competencyId(entry.competencyNumber),
    main_seats: 1,
    reserve_seats: 1,
    team_size: 1,
    max_age: null,
    scheme_id: ids.schemeId(entry.schemeIndex),
    session_id: sessionId,
    state: entry.state,
    state_at: isClosed ? work.at : null,
    state_by: isClosed ? ids.expertId(entry.judgeIndexes[1] ?? 0) : null,
    state_reason: null,
    order_kind: 'drawn',
    order_seed: entry.seed,
  });
  storeTeam(place);
  storeCompetitors(place, entryId);
}

/** Stores the mock championship of the sample college as the program itself would have written it. */
export function storeContest(
  work: Work,
  contest: SampleContest,
  options: { name: string; ids: ContestIds },
): void {
  const { ids, name } = options;
  const championshipId = work.newId();
  work.insert('championships', {
    id: championshipId,
    name,
    stage: 'college',
    start_date: contest.startDate,
    end_date: contest.endDate,
    place: contest.place,
    is_mock: 1,
    max_age: null,
    notes: '',
    medal_rules_json: null,
  });
  for (const entry of contest.entries) {
    const competencyId = ids.competencyId(entry.competencyNumber);
    const sessionId = storeSession(work, contest, { name, competencyId });
    storeEntry({ work, ids, entry, sessionId }, championshipId);
  }
}
