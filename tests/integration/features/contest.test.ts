import { describe, expect, test } from 'vitest';
import { drawOrder } from '#shared/domain/assessment/contest.ts';
import { openApplication } from '../../helpers/application.ts';
import { addExpert } from '../../helpers/championship.ts';
import { addContest, addStudents, setUpContest, verifyAll } from '../../helpers/contest.ts';
import { importSampleScheme } from '../../helpers/training.ts';

describe('a mock championship from the first competitor to the published list', () => {
  test('is marked, verified, frozen, published, and reopened only with a reason', async () => {
    await using app = await openApplication();
    const contest = await setUpContest(app);
    const { championshipId, entryId, attemptIds, competitorIds } = contest;

    // Totals by hand: 100 less 0, 1.50, 3, 8, 10, 20 points.
    await contest.markAll([0, 150, 300, 800, 1000, 2000]);
    const board = (await app.call('contest.getBoard', { championshipId })).boards[0]!;
    expect(board.forms.map((form) => [form.code, form.day, form.aspectCount])).toEqual([
      ['A1', 1, 3],
      ['A2', 1, 1],
      ['B1', 2, 4],
    ]);
    expect(board.competitors[0]!.cells.map((cell) => cell.state)).toEqual([
      'complete',
      'complete',
      'complete',
    ]);

    const freeze = { entryIds: [entryId], byExpertId: contest.expertIds[0] };
    expect(await app.refused('contest.freeze', freeze)).toBe('contest_incomplete');
    await verifyAll(app, contest, attemptIds.slice(0, 5));
    await app.call('assessment.changeState', {
      attemptId: attemptIds[5]!,
      step: 'set_withdrawn',
      byExpertId: null,
      reason: 'Ауырып қалды',
    });

    // Gold 100; 98.50 lies within 2.00 of it, 97.00 does not: two golds, no silver, bronze to 97.00.
    const { results, scale } = await contest.results();
    expect(results.map((row) => [row.totalHundredths, row.place, row.medal?.kind ?? null])).toEqual([
      [10_000, 1, 'gold'],
      [9850, 2, 'gold'],
      [9700, 3, 'bronze'],
      [9200, 4, null],
      [9000, 5, null],
      [8000, null, null],
    ]);
    expect(results[1]!.story).toEqual({
      rule: 'tied_with_gold',
      againstHundredths: 10_000,
      differenceHundredths: 150,
    });
    expect(results[5]!.story.rule).toBe('not_ranked');
    // Of the five who compete: median 97.00; distances 3, 1.50, 0, 5, 7 → MAD 3.00.
    expect(scale).toEqual({ medianHundredths: 9700, madHundredths: 300 });
    // 700 + 30 × 3 ÷ (1.4826 × 3) = 720.23… → 720
    expect(results.map((row) => row.scalePoints)).toEqual([720, 710, 700, 666, 653, null]);

    const portfolio = async (index: number) =>
      (await app.call('events.portfolio', { studentId: contest.studentIds[index]! })).championships;
    await app.call('contest.freeze', freeze);
    expect(await portfolio(0)).toMatchObject([{ entryId, isPublished: false, place: null, medal: null }]);
    const frozen = await contest.entry();
    expect(frozen.entry.state).toBe('frozen');
    expect(frozen.competitors.map((one) => one.state)).toEqual([
      'locked',
      'locked',
      'locked',
      'locked',
      'locked',
      'withdrawn',
    ]);
    const aspect = contest.scheme.criteria[0]!.subCriteria[1]!.aspects[0]!;
    const cell = { attemptId: attemptIds[5]!, aspectId: aspect.id, entry: null };
    expect(await app.refused('training.setMarks', { marks: [cell] })).toBe('attempt_closed');
    const reopenOne = { attemptId: attemptIds[0]!, step: 'reopen', byExpertId: null, reason: 'Қате' };
    expect(await app.refused('assessment.changeState', reopenOne)).toBe('contest_frozen');
    expect(await app.refused('contest.removeCompetitor', { id: competitorIds[5]! })).toBe('in_use');
    expect(await app.refused('contest.drawOrder', { entryId, seed: 5 })).toBe('contest_frozen');
    expect(await app.refused('training.removeSession', { id: contest.sessionId })).toBe('in_use');
    const team = { sessionId: contest.sessionId, subCriterionId: null, supervisorId: null };
    expect(await app.refused('assessment.setTeam', { ...team, judgeIds: contest.expertIds })).toBe(
      'contest_frozen',
    );
    // Undo is no way around it: what was done before the freeze stays done.
    expect(await app.refused('history.undo', {})).toBe('contest_frozen');

    await app.call('contest.publish', { entryIds: [entryId], byExpertId: null });
    expect(await portfolio(0)).toMatchObject([{ isPublished: true, place: 1, medal: 'gold', percent: 100 }]);
    expect(await portfolio(0)).toMatchObject([{ competitorId: contest.competitorIds[0] }]);
    expect(await portfolio(3)).toMatchObject([{ place: 4, medal: null, percent: 92 }]);
    expect(await portfolio(5)).toMatchObject([{ isPublished: true, place: null, percent: null }]);
    expect(await app.refused('contest.reopen', { entryId, reason: ' ', byExpertId: null })).toBe('bad_input');
    await app.call('contest.reopen', { entryId, reason: 'Балл қате көшірілген', byExpertId: null });
    expect((await contest.entry()).entry).toMatchObject({
      state: 'open',
      stateReason: 'Балл қате көшірілген',
    });
    await app.call('assessment.changeState', { ...reopenOne, step: 'reopen' as const });
    expect((await contest.entry()).competitors[0]!.state).toBe('draft');
  });

  test('a corrected mark moves places and medals: totals are never typed', async () => {
    await using app = await openApplication();
    const contest = await setUpContest(app, 5);
    await contest.markAll([500, 0, 1000, 1500, 2000]);
    expect((await contest.results()).results[0]!.competitorId).toBe(contest.competitorIds[1]);
    await contest.markAll([0, 500]);
    const { results } = await contest.results();
    expect(results[0]).toMatchObject({ competitorId: contest.competitorIds[0], totalHundredths: 10_000 });
    await app.call('contest.setMedalRules', {
      championshipId: contest.championshipId,
      rules: { tieHundredths: 500, medallionFrom: null },
    });
    // With a tie of 5 points the second at 95.00 shares the gold; 90.00 gets bronze, and 85.00 ties with it.
    expect((await contest.results()).results.map((row) => row.medal?.kind ?? null)).toEqual([
      'gold',
      'gold',
      'bronze',
      'bronze',
      null,
    ]);
  });
});

describe('competitors', () => {
  test('a team of two is one competitor, with one attempt under its first member', async () => {
    await using app = await openApplication();
    const { entryId } = await addContest(app, 2);
    const [a, b, c, d] = (await addStudents(app, 4)) as [string, string, string, string];
    const one = { entryId, competitors: [{ teamName: '', studentIds: [a] }] };
    expect(await app.refused('contest.addCompetitors', one)).toBe('contest_team_size');
    const twice = { entryId, competitors: [{ teamName: '', studentIds: [a, a] }] };
    expect(await app.refused('contest.addCompetitors', twice)).toBe('contest_already_competes');
    const teams = [
      { teamName: 'Шың', studentIds: [a, b] },
      { teamName: '', studentIds: [c, d] },
    ];
    await app.call('contest.addCompetitors', { entryId, competitors: teams });
    const schemeId = await importSampleScheme(app);
    const { sessionId } = await app.call('contest.setScheme', { entryId, schemeId });
    const { competitors } = await app.call('contest.getEntry', { entryId });
    expect(competitors.map((row) => row.label)).toEqual(['Шың', 'Қатысушыв Дәулет, Қатысушыг Дәулет']);
    const { attempts } = await app.call('training.getSession', { id: sessionId });
    expect(attempts.map((attempt) => attempt.studentId)).toEqual([a, c]);
    const found = await app.call('contest.findBySession', { sessionId });
    expect(found.found?.competitors.map((row) => row.label)).toEqual([
      'Шың',
      'Қатысушыв Дәулет, Қатысушыг Дәулет',
    ]);
  });

  test('the result of a team stands under its name everywhere and belongs to each of its members', async () => {
    await using app = await openApplication();
    const { championshipId, entryId } = await addContest(app, 2);
    const [a, b, c, d] = (await addStudents(app, 4)) as [string, string, string, string];
    const schemeId = await importSampleScheme(app);
    const { sessionId } = await app.call('contest.setScheme', { entryId, schemeId });
    await app.call('contest.addCompetitors', {
      entryId,
      competitors: [
        { teamName: 'Шың', studentIds: [a, b] },
        { teamName: 'Арна', studentIds: [c, d] },
      ],
    });
    const { competitors, entry } = await app.call('contest.getEntry', { entryId });
    const { competencyId } = entry;
    await app.call('competencies.addCandidates', { competencyId, studentIds: [a, b, c, d] });
    const scheme = await app.call('schemes.get', { id: schemeId });
    const aspects = scheme.criteria.flatMap((one) => one.subCriteria).flatMap((one) => one.aspects);
    const measured = aspects.find((one) => one.maxHundredths === 2700)!;
    const marks = [2700, 0].map((markHundredths, index) => ({
      attemptId: competitors[index]!.attemptId!,
      aspectId: measured.id,
      entry: { kind: 'points' as const, markHundredths },
    }));
    await app.call('training.setMarks', { marks });

    const names = ['Қатысушыа Дәулет', 'Қатысушыб Дәулет'];
    const { attempts } = await app.call('training.getSession', { id: sessionId });
    expect(attempts.map((attempt) => attempt.memberIds)).toEqual([
      [a, b],
      [c, d],
    ]);
    expect(attempts.map(({ surname, givenName, memberNames }) => [surname, givenName, memberNames])).toEqual([
      ['Шың', '', names],
      ['Арна', '', ['Қатысушыв Дәулет', 'Қатысушыг Дәулет']],
    ]);
    const { results } = await app.call('assessment.getResults', { sessionId, schemeId });
    expect(results[0]).toMatchObject({ studentName: 'Шың', memberNames: names });
    const board = (await app.call('contest.getBoard', { championshipId })).boards[0]!;
    expect(board.competitors[0]!.members.map((one) => one.name)).toEqual(names);
    const published = (await app.call('contest.getResults', { championshipId })).entries[0]!.results[0]!;
    expect([published.label, published.medal?.kind, published.members.map((one) => one.name)]).toEqual([
      'Шың',
      'gold',
      names,
    ]);

    // A judge who has declared a conflict with the second member may not mark the team.
    const judgeId = await addExpert(app, 'Ким');
    await app.call('assessment.setTeam', {
      sessionId,
      subCriterionId: null,
      judgeIds: [judgeId],
      supervisorId: null,
    });
    await app.call('assessment.declareConflict', { expertId: judgeId, studentId: b, reason: 'Туысы' });
    const form = scheme.criteria[0]!.subCriteria[0]!;
    const judging = { sessionId, subCriterionId: form.id, viewerExpertId: null };
    const panels = (await app.call('assessment.getJudging', judging)).attempts;
    expect(panels.map((one) => one.needReplacement)).toEqual([[judgeId], []]);
    const judged = form.aspects.find((aspect) => aspect.kind === 'judgement')!;
    const score = { attemptId: competitors[0]!.attemptId!, aspectId: judged.id, expertId: judgeId };
    expect(await app.refused('assessment.scoreAspect', { ...score, score: 2, note: '' })).toBe(
      'judge_conflict',
    );

    // 27 of 27 points: 100 percent, for the first member and for the second.
    for (const studentId of [a, b]) {
      const progress = await app.call('progress.student', { competencyId, studentId });
      expect(progress.headline).toMatchObject({ attemptCount: 1, latestPercent: 100 });
      const sessions = await app.call('training.listSessions', { studentId });
      expect(sessions.sessions.map((one) => one.id)).toEqual([sessionId]);
      const inspected = await app.call('privacy.inspect', { studentId });
      expect(inspected.attempts).toMatchObject([{ markHundredths: 2700 }]);
    }
    const squad = await app.call('progress.squad', { competencyId });
    expect(squad.points).toHaveLength(2);
    const percents = new Map(squad.students.map((one) => [one.studentId, one.latestPercent]));
    expect([a, b, c, d].map((id) => percents.get(id))).toEqual([100, 100, 0, 0]);
    const overview = await app.call('progress.overview', {});
    // Mean over the four candidates: (100 + 100 + 0 + 0) ÷ 4.
    expect(overview.competencies.find((one) => one.competencyId === competencyId)?.latestMeanPercent).toBe(
      50,
    );
    const { candidates } = await app.call('competencies.listCandidates', { competencyId });
    expect(candidates.map((one) => one.attemptCount)).toEqual([1, 1, 1, 1]);
    const insight = await app.call('insight.squad', { competencyId });
    expect(insight.members.map((one) => [one.studentId, one.attemptCount]).toSorted()).toEqual(
      [a, b, c, d].map((id) => [id, 1]).toSorted(),
    );
  });

  test('the running order is drawn from a recorded seed, or set by hand', async () => {
    await using app = await openApplication();
    const contest = await setUpContest(app, 6);
    const { entryId, competitorIds } = contest;
    await app.call('contest.drawOrder', { entryId, seed: 2026 });
    const drawn = await contest.entry();
    expect(drawn.entry).toMatchObject({ orderKind: 'drawn', orderSeed: 2026 });
    expect(drawn.competitors.map((one) => one.id)).toEqual(drawOrder(competitorIds, 2026));
    const byHand = competitorIds.toReversed();
    await app.call('contest.setOrder', { entryId, competitorIds: byHand });
    const set = await contest.entry();
    expect(set.entry).toMatchObject({ orderKind: 'set', orderSeed: null });
    expect(set.competitors.map((one) => [one.id, one.position])).toEqual(
      byHand.map((id, index) => [id, index + 1]),
    );
    const half = { entryId, competitorIds: byHand.slice(1) };
    expect(await app.refused('contest.setOrder', half)).toBe('conflict');
    await app.call('history.undo', {});
    expect((await contest.entry()).entry).toMatchObject({ orderKind: 'drawn', orderSeed: 2026 });
  });

  test('a scheme changes only before the first mark; a marking day of its own can be set', async () => {
    await using app = await openApplication();
    const contest = await setUpContest(app, 2);
    const { entryId } = contest;
    const subCriterionId = contest.scheme.criteria[0]!.subCriteria[1]!.id;
    await app.call('contest.setDay', { entryId, subCriterionId, day: 3 });
    expect((await contest.entry()).forms[1]).toMatchObject({ code: 'A2', day: 3, isDayOwn: true });
    await app.call('contest.setDay', { entryId, subCriterionId, day: 1 });
    expect((await contest.entry()).forms[1]).toMatchObject({ day: 1, isDayOwn: false });
    const other = await importSampleScheme(app);
    await app.call('contest.setScheme', { entryId, schemeId: other });
    await app.call('contest.setScheme', { entryId, schemeId: contest.schemeId });
    await contest.markAll([0]);
    expect(await app.refused('contest.setScheme', { entryId, schemeId: other })).toBe('in_use');
    expect(await app.refused('contest.removeCompetitor', { id: contest.competitorIds[0]! })).toBe('in_use');
    await app.call('contest.removeCompetitor', { id: contest.competitorIds[1]! });
    expect((await contest.entry()).competitors).toHaveLength(1);
    expect(await app.refused('championships.remove', { id: contest.championshipId })).toBe('in_use');
  });
});
