import { describe, expect, test } from 'vitest';
import type { RouteInput } from '#shared/contract/registry.ts';
import { openApplication } from '../../helpers/application.ts';
import { startChampionship, type Championship } from '../../helpers/championship.ts';
import { anInternship, aPartner } from '../../helpers/entries.ts';

async function addPartner({ app }: Championship): Promise<string> {
  return (await app.call('partners.save', aPartner)).id;
}

/** The first of the judges is the mentor of the first competitor in an internship before the session. */
async function internshipOf(event: Championship): Promise<RouteInput<'partners.saveInternship'>> {
  const [session] = (await event.app.call('training.listSessions', {})).sessions;
  return anInternship({
    studentId: event.studentIds[0]!,
    partnerId: await addPartner(event),
    mentorId: event.expertIds[0]!,
    startDate: session!.date,
    endDate: '2027-12-31',
    state: 'planned',
  });
}

const scoreOf = ({ judged }: Championship, expertId: string): RouteInput<'assessment.scoreAspect'> => ({
  ...judged,
  expertId,
  score: 2,
  note: '',
});

describe('a mentor does not judge the own student, and nobody has to declare it', () => {
  test('the mentor of an internship is refused and has to be replaced, as with a declared conflict', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    const [mentor, marat, olga] = event.expertIds as [string, string, string];
    const internship = await internshipOf(event);
    const { id } = await app.call('partners.saveInternship', internship);

    const why = { id: null, expertId: mentor, why: 'mentored', partnerName: aPartner.name, reason: '' };
    const teams = await app.call('assessment.getTeams', { sessionId: event.sessionId });
    expect(teams.conflicts).toMatchObject([{ ...why, studentId: event.studentIds[0] }]);
    expect(await event.attempt()).toMatchObject({ needReplacement: [mentor], conflicts: [why] });
    expect(await app.refused('assessment.scoreAspect', scoreOf(event, mentor))).toBe('judge_conflict');
    // Another competitor is nobody's intern.
    const other = { ...scoreOf(event, mentor), attemptId: event.attemptIds[1]! };
    await app.call('assessment.scoreAspect', other);

    // Who takes the place must not be a mentor of the student either.
    const second = { ...internship, mentorId: event.outsiderId };
    const { id: secondId } = await app.call('partners.saveInternship', second);
    const change = { attemptId: event.judged.attemptId, outExpertId: mentor, inExpertId: event.outsiderId };
    expect(await app.refused('assessment.replaceJudge', change)).toBe('judge_conflict');
    await app.call('partners.removeInternship', { id: secondId });
    await app.call('assessment.replaceJudge', change);
    expect(await event.attempt()).toMatchObject({
      judges: [event.outsiderId, marat, olga],
      needReplacement: [],
    });

    await app.call('partners.saveInternship', { ...internship, id, state: 'cancelled' });
    expect(await event.attempt()).toMatchObject({ judges: [mentor, marat, olga], conflicts: [] });
  });

  test('who became a mentor after the day of the session was none when they judged', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    const [mentor] = event.expertIds as [string];
    const internship = await internshipOf(event);
    await app.call('partners.saveInternship', { ...internship, startDate: '2027-12-01' });
    await app.call('assessment.scoreAspect', scoreOf(event, mentor));
    const { conflicts } = await app.call('assessment.listConflicts', {});
    expect(conflicts).toMatchObject([{ expertId: mentor, why: 'mentored' }]);
  });

  test('a mentor sent by a partner trains the squad of the competency; a mentor and judge may judge it', async () => {
    // The squad was there before the session.
    await using app = await openApplication({ wallClock: () => Date.UTC(2026, 1, 20) });
    const event = await startChampionship(app);
    const [mentor] = event.expertIds as [string];
    const person: RouteInput<'partners.savePerson'> = {
      partnerId: await addPartner(event),
      expertId: mentor,
      role: 'mentor',
      competencyIds: [event.competencyId],
      availability: [],
      notes: '',
    };
    const squad = { competencyId: event.competencyId };
    const { candidates } = await app.call('competencies.listCandidates', squad);
    const { id } = await app.call('partners.savePerson', person);
    const { people } = await app.call('partners.listPeople', {});
    expect(people[0]?.conflicts.map(({ why }) => why)).toEqual(candidates.map(() => 'trained'));
    const { conflicts } = await app.call('assessment.listConflicts', {});
    expect(conflicts.map(({ studentId }) => studentId).toSorted()).toEqual(
      candidates.map(({ studentId }) => studentId).toSorted(),
    );
    expect(await event.attempt()).toMatchObject({
      needReplacement: [mentor],
      conflicts: [{ why: 'trained' }],
    });
    expect(await app.refused('assessment.scoreAspect', scoreOf(event, mentor))).toBe('judge_conflict');
    await app.call('partners.savePerson', { ...person, id, role: 'both' });
    expect((await app.call('assessment.listConflicts', {})).conflicts).toEqual([]);
    await app.call('assessment.scoreAspect', scoreOf(event, mentor));
  });

  test('what is declared of the same two is said instead, and its withdrawal leaves the mentor one', async () => {
    await using app = await openApplication();
    const event = await startChampionship(app);
    const [expertId] = event.expertIds as [string];
    await app.call('partners.saveInternship', await internshipOf(event));
    const pair = { expertId, studentId: event.studentIds[0]! };
    const { id } = await app.call('assessment.declareConflict', { ...pair, reason: 'Туысы' });
    const said = async () => (await app.call('assessment.listConflicts', {})).conflicts;
    expect(await said()).toMatchObject([{ id, why: 'declared', reason: 'Туысы' }]);
    await app.call('assessment.withdrawConflict', { id });
    expect(await said()).toMatchObject([{ id: null, why: 'mentored' }]);
    expect(await app.refused('assessment.scoreAspect', scoreOf(event, expertId))).toBe('judge_conflict');
  });
});

test('in the sample college nobody has judged an own intern', async () => {
  await using app = await openApplication({ sample: true });
  const { sessions } = await app.call('training.listSessions', {});
  let judged = 0;
  for (const { id: sessionId } of sessions.slice(0, 150)) {
    const { teams, conflicts } = await app.call('assessment.getTeams', { sessionId });
    const judges = new Set(teams.flatMap(({ members }) => members.map(({ expertId }) => expertId)));
    judged += judges.size;
    expect(conflicts.filter(({ expertId }) => judges.has(expertId))).toEqual([]);
  }
  expect(judged).toBeGreaterThan(0);
  expect((await app.call('assessment.listConflicts', {})).conflicts.length).toBeGreaterThan(0);
});
