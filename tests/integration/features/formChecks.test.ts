import { describe, expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { addExpert } from '../../helpers/championship.ts';
import { setUpContest, verifyAll, type ContestSetup } from '../../helpers/contest.ts';
import { setUpTraining } from '../../helpers/training.ts';

/** Where the forms of the first competitor stand, in the order A1, A2, B1. */
async function statesOf(app: TestApplication, contest: ContestSetup, index = 0): Promise<string[]> {
  const { forms } = await app.call('assessment.getForms', {
    sessionId: contest.sessionId,
    schemeId: contest.schemeId,
    attemptId: contest.attemptIds[index]!,
  });
  return forms.map((form) => form.state);
}

const formsOf = (contest: ContestSetup): string[] =>
  contest.scheme.criteria.flatMap((one) => one.subCriteria).map((one) => one.id);

describe('a mock championship is verified sub-criterion by sub-criterion and day by day', () => {
  test('one person finishes, another verifies; a verified form is closed while the others go on', async () => {
    await using app = await openApplication();
    const contest = await setUpContest(app, 2);
    const { attemptIds, championshipId, expertIds } = contest;
    const [a1, a2, b1] = formsOf(contest) as [string, string, string];
    const [anna, bolat] = expertIds;
    const step = { reason: '', byExpertId: anna };
    const dayOne = attemptIds.flatMap((attemptId) =>
      [a1, a2].map((subCriterionId) => ({ attemptId, subCriterionId })),
    );

    // Nothing is finished while aspects are open.
    expect(await app.refused('assessment.changeForms', { ...step, forms: dayOne, step: 'complete' })).toBe(
      'attempt_marks_missing',
    );
    await contest.markAll([0, 100]);
    await app.call('assessment.changeForms', { ...step, forms: dayOne, step: 'complete' });
    const verify = { forms: dayOne, step: 'verify' as const, reason: '' };
    expect(await app.refused('assessment.changeForms', { ...verify, byExpertId: anna })).toBe(
      'attempt_same_person',
    );
    await app.call('assessment.changeForms', { ...verify, byExpertId: bolat });
    expect(await statesOf(app, contest)).toEqual(['verified', 'verified', 'draft']);
    const board = (await app.call('contest.getBoard', { championshipId })).boards[0]!;
    expect(board.competitors[0]!.cells.map((cell) => cell.state)).toEqual([
      'verified',
      'verified',
      'complete',
    ]);
    expect(board.competitors[0]!.state).toBe('draft');

    // The marks of the verified day are closed, by the grid and by a judge; those of the second day are open.
    const first = contest.scheme.criteria[0]!.subCriteria[0]!.aspects[0]!;
    const attemptId = attemptIds[0]!;
    const empty = (aspectId: string) => ({ marks: [{ attemptId, aspectId, entry: null }] });
    expect(await app.refused('training.setMarks', empty(first.id))).toBe('form_verified');
    const { attempts } = await app.call('training.getSession', { id: contest.sessionId });
    expect(attempts.find((one) => one.id === attemptId)!.verifiedSubCriterionIds.toSorted()).toEqual(
      [a1, a2].toSorted(),
    );

    // Once the last form is verified the result is, and it can be frozen.
    const dayTwo = attemptIds.map((id) => ({ attemptId: id, subCriterionId: b1 }));
    await app.call('assessment.changeForms', { ...step, forms: dayTwo, step: 'complete', byExpertId: bolat });
    expect((await contest.entry()).competitors.map((one) => one.state)).toEqual(['complete', 'complete']);
    await app.call('assessment.changeForms', { ...verify, forms: dayTwo, byExpertId: expertIds[2] });
    expect((await contest.entry()).competitors.map((one) => one.state)).toEqual(['verified', 'verified']);
    await app.call('contest.freeze', { entryIds: [contest.entryId], byExpertId: null });
    const reopen = { forms: [dayOne[0]!], step: 'reopen' as const, byExpertId: bolat, reason: 'Қате' };
    expect(await app.refused('assessment.changeForms', reopen)).toBe('contest_frozen');
  });

  test('one form is opened again with a reason; the others keep their people and stay verified', async () => {
    await using app = await openApplication();
    const contest = await setUpContest(app, 1);
    await contest.markAll([0]);
    await verifyAll(app, contest);
    const attemptId = contest.attemptIds[0]!;
    const [a1] = formsOf(contest) as [string];
    const reopen = { forms: [{ attemptId, subCriterionId: a1 }], step: 'reopen' as const, byExpertId: null };
    expect(await app.refused('assessment.changeForms', { ...reopen, reason: ' ' })).toBe('reason_needed');
    expect(await statesOf(app, contest)).toEqual(['verified', 'verified', 'verified']);
    await app.call('assessment.changeForms', { ...reopen, reason: 'Балл қате көшірілген' });
    expect(await statesOf(app, contest)).toEqual(['draft', 'verified', 'verified']);
    expect((await contest.entry()).competitors[0]!.state).toBe('draft');
    const { forms } = await app.call('assessment.getForms', {
      sessionId: contest.sessionId,
      schemeId: contest.schemeId,
    });
    expect(forms.map((form) => [form.completedBy, form.verifiedBy, form.reason])).toEqual([
      [null, null, 'Балл қате көшірілген'],
      ['Асанова А', 'Болатов А', ''],
      ['Асанова А', 'Болатов А', ''],
    ]);
    const { entries } = await app.call('assessment.getHistory', { attemptId });
    expect(entries.find((entry) => entry.what === 'form' && entry.aspectCode === 'A1')).toMatchObject({
      before: null,
      after: 'draft',
      reason: 'Балл қате көшірілген',
    });

    // The whole cannot be verified by the one who finishes what is left of it.
    const [anna, bolat] = contest.expertIds;
    const whole = { attemptId, reason: '' };
    await app.call('assessment.changeState', { ...whole, step: 'complete', byExpertId: anna });
    expect(await app.refused('assessment.changeState', { ...whole, step: 'verify', byExpertId: anna })).toBe(
      'attempt_same_person',
    );
    await app.call('assessment.changeState', { ...whole, step: 'verify', byExpertId: bolat });
    expect(await statesOf(app, contest)).toEqual(['verified', 'verified', 'verified']);

    // Opening the whole again opens every form of it; undo closes them again.
    await app.call('assessment.changeState', {
      ...whole,
      step: 'reopen',
      byExpertId: bolat,
      reason: 'Қайта',
    });
    expect(await statesOf(app, contest)).toEqual(['draft', 'draft', 'draft']);
    await app.call('history.undo', {});
    expect(await statesOf(app, contest)).toEqual(['verified', 'verified', 'verified']);
  });

  test('what a pair measured is refused on a verified form, and heard where a form is open', async () => {
    await using app = await openApplication();
    const contest = await setUpContest(app, 1);
    await contest.markAll([0]);
    const { sessionId, schemeId, expertIds } = contest;
    const attemptId = contest.attemptIds[0]!;
    const [a1] = formsOf(contest) as [string];
    const step = { forms: [{ attemptId, subCriterionId: a1 }], reason: '' };
    await app.call('assessment.changeForms', { ...step, step: 'complete', byExpertId: expertIds[0] });
    await app.call('assessment.changeForms', { ...step, step: 'verify', byExpertId: expertIds[1] });
    expect(await statesOf(app, contest)).toEqual(['verified', 'draft', 'draft']);
    const reading = (formId: string, pair: 'first' | 'second') => {
      const forms = contest.scheme.criteria.flatMap((one) => one.subCriteria);
      const aspects = forms.find((form) => form.id === formId)!.aspects;
      const aspectId = aspects.find((aspect) => aspect.kind === 'measurement')!.id;
      return { attemptId, aspectId, pair, entry: { kind: 'points' as const, markHundredths: 100 } };
    };
    const kept = async () => {
      const { marks } = await app.call('training.getSheet', { sessionId, schemeId });
      const asked = { sessionId, subCriterionId: a1, viewerExpertId: null };
      return { marks, dual: (await app.call('assessment.getJudging', asked)).dual };
    };
    const before = await kept();
    for (const pair of ['first', 'second'] as const) {
      expect(await app.refused('assessment.setPairReading', reading(a1, pair))).toBe('form_verified');
    }
    expect(await kept()).toEqual(before);

    // The same pair measures for the form of another day, and here again once the form is opened with a reason.
    const heard = { kind: 'waiting', round: 1 };
    const b1 = formsOf(contest)[2]!;
    expect(await app.call('assessment.setPairReading', reading(b1, 'first'))).toEqual(heard);
    const reopen = { ...step, step: 'reopen' as const, byExpertId: null, reason: 'Қайта өлшенеді' };
    await app.call('assessment.changeForms', reopen);
    expect(await app.call('assessment.setPairReading', reading(a1, 'first'))).toEqual(heard);
  });

  test('who is out has no forms to step; a finished form with an emptied cell is open again', async () => {
    await using app = await openApplication();
    const contest = await setUpContest(app, 2);
    await contest.markAll([0, 0]);
    const [a1] = formsOf(contest) as [string];
    const forms = [{ attemptId: contest.attemptIds[0]!, subCriterionId: a1 }];
    const complete = { forms, step: 'complete' as const, byExpertId: contest.expertIds[0], reason: '' };
    await app.call('assessment.changeForms', complete);
    const aspect = contest.scheme.criteria[0]!.subCriteria[0]!.aspects[0]!;
    await app.call('training.setMarks', {
      marks: [{ attemptId: contest.attemptIds[0]!, aspectId: aspect.id, entry: null }],
    });
    expect(await statesOf(app, contest)).toEqual(['draft', 'draft', 'draft']);
    const out = { attemptId: contest.attemptIds[1]!, step: 'set_withdrawn' as const, byExpertId: null };
    await app.call('assessment.changeState', { ...out, reason: 'Ауырды' });
    expect(await statesOf(app, contest, 1)).toEqual(['out', 'out', 'out']);
    const one = { ...complete, forms: [{ attemptId: contest.attemptIds[1]!, subCriterionId: a1 }] };
    expect(await app.refused('assessment.changeForms', one)).toBe('attempt_closed');
  });
});

test('an everyday attempt at one sub-criterion is verified with its only form', async () => {
  await using app = await openApplication();
  const { sessionId, studentIds, scheme } = await setUpTraining(app);
  const form = scheme.criteria[1]!.subCriteria[0]!;
  const { attemptIds } = await app.call('training.addAttempts', {
    sessionId,
    schemeId: scheme.id,
    studentIds: studentIds.slice(0, 1),
    subCriterionIds: [form.id],
  });
  const attemptId = attemptIds[0]!;
  await app.call('training.setMarks', {
    marks: form.aspects.map((aspect) => ({
      attemptId,
      aspectId: aspect.id,
      entry: { kind: 'not_attempted' as const },
    })),
  });
  const step = { forms: [{ attemptId, subCriterionId: form.id }], reason: '' };
  const [anna, bolat] = [await addExpert(app, 'Асанова'), await addExpert(app, 'Болатов')];
  await app.call('assessment.changeForms', { ...step, step: 'complete', byExpertId: anna });
  await app.call('assessment.changeForms', { ...step, step: 'verify', byExpertId: bolat });
  const explained = await app.call('assessment.explainAttempt', { attemptId });
  expect(explained).toMatchObject({
    state: 'verified',
    completedBy: 'Асанова А',
    verifiedBy: 'Болатов А',
  });
});
