import { describe, expect, test } from 'vitest';
import { v7 as newId } from 'uuid';
import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';
import { writeWorkbook } from '../../../electron/workers/writeWorkbook.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { findCompetency, importSampleScheme, setUpTraining } from '../../helpers/training.ts';

/** A draft without its ids: what two schemes have in common. */
function withoutIds(draft: SchemeDraft): unknown {
  return JSON.parse(JSON.stringify(draft, (key, value: unknown) => (key === 'id' ? undefined : value)));
}

const getDraft = async (app: TestApplication, id: string): Promise<SchemeDraft> =>
  (await app.call('schemes.getDraft', { id })).draft;

const save = (app: TestApplication, id: string, draft: SchemeDraft) =>
  app.call('schemes.saveDraft', { id, draft, kind: 'practice', allowsPartial: false });

describe('the editor of schemes', () => {
  test('begins with the sections of the standard, and stores what was typed', async () => {
    await using app = await openApplication();
    const competencyId = await findCompetency(app, '15');
    const { id } = await app.call('schemes.create', { title: 'Module 1', competencyId, kind: 'practice' });
    const draft = await getDraft(app, id);
    expect(draft.sections.length).toBeGreaterThan(0);
    draft.criteria[0]!.subCriteria[0]!.aspects.push({
      id: newId(),
      kind: 'measurement',
      headings: [],
      description: 'Pressure holds',
      extraDescription: '',
      requirement: '',
      sectionNumber: 1,
      maxHundredths: 150,
      descriptors: [],
      extraRows: [],
      calculationIndex: 0,
    });
    draft.calculations.push({
      name: '',
      isShared: false,
      calculation: { kind: 'number_completed', possible: '6' },
    });
    await save(app, id, draft);
    const stored = await app.call('schemes.getDraft', { id });
    expect(stored.draft).toEqual(draft);
    expect(stored).toMatchObject({ allowsPartial: false, kind: 'practice', attemptCount: 0 });
    const scheme = await app.call('schemes.get', { id });
    expect(scheme.criteria[0]?.subCriteria[0]?.aspects[0]).toMatchObject({
      code: 'A1.M1',
      calculation: { kind: 'number_completed', possible: '6' },
      allowsPartial: false,
    });
    expect(scheme.warnings.map((warning) => warning.code)).toContain('total_not_100');
  });

  test('writes only what differs, reorders, and takes all of it back', async () => {
    await using app = await openApplication();
    const id = await importSampleScheme(app);
    const before = await getDraft(app, id);
    const draft = structuredClone(before);
    draft.criteria.reverse();
    draft.criteria.find((one) => one.code === 'A')!.subCriteria[0]!.aspects.splice(1, 1);
    await save(app, id, draft);
    expect(await getDraft(app, id)).toEqual(draft);
    await save(app, id, draft);
    const { actions } = await app.call('history.list', { limit: 5 });
    expect(actions.filter((action) => action.name === 'schemes.saveDraft')).toHaveLength(1);
    await app.call('history.undo', {});
    expect(await getDraft(app, id)).toEqual(before);
  });

  test('copies into a scheme of its own; export and import give the same scheme', async () => {
    await using app = await openApplication();
    const id = await importSampleScheme(app);
    const { id: copyId } = await app.call('schemes.copy', { id, title: '15 Plumbing and Heating' });
    expect(withoutIds(await getDraft(app, copyId))).toEqual(withoutIds(await getDraft(app, id)));
    const { fileName, content } = await app.call('schemes.exportWorkbook', { id });
    expect(fileName).toBe('15 Plumbing and Heating.xlsx');
    const again = await app.call('schemes.importWorkbook', { fileName, content, dryRun: false });
    expect(withoutIds(await getDraft(app, again.schemeId!))).toEqual(withoutIds(await getDraft(app, id)));
  });
});

describe('versions', () => {
  test('a used scheme is immutable; open attempts move to the next with the marks that still fit', async () => {
    await using app = await openApplication();
    const { scheme, attemptIds, aspects, sessionId } = await setUpTraining(app, { students: 2 });
    const [moving, finished] = attemptIds as [string, string];
    const draft = await getDraft(app, scheme.id);
    expect(
      await app.refused('schemes.saveDraft', { id: scheme.id, draft, kind: 'official', allowsPartial: true }),
    ).toBe('in_use');
    await app.call('training.setMarks', {
      marks: [
        { attemptId: moving, aspectId: aspects[0]!.id, entry: { kind: 'points', markHundredths: 1000 } },
        { attemptId: moving, aspectId: aspects[1]!.id, entry: { kind: 'score', score: 2 } },
        { attemptId: moving, aspectId: aspects[2]!.id, entry: { kind: 'points', markHundredths: 2700 } },
      ],
    });
    const { id } = await app.call('schemes.createVersion', { id: scheme.id });
    expect(await app.refused('schemes.createVersion', { id: scheme.id })).toBe('conflict');
    const next = await getDraft(app, id);
    const form = next.criteria[0]!.subCriteria[0]!;
    form.aspects[1]!.maxHundredths = 900;
    form.aspects[2]!.maxHundredths = 2000;
    form.aspects.push({ ...structuredClone(form.aspects[0]!), id: newId(), description: 'New one' });
    next.criteria[0]!.subCriteria.splice(1, 1);
    await app.call('schemes.saveDraft', { id, draft: next, kind: 'official', allowsPartial: true });

    const compared = await app.call('schemes.compareVersions', { id });
    expect(compared.differences.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'changed A1.J2',
      'changed A1.M3',
      'added A1.M4',
      'removed A2.M1',
    ]);
    expect(compared.differences[0]).toMatchObject({
      fields: ['maxHundredths'],
      beforeHundredths: 1250,
      afterHundredths: 900,
    });
    expect(compared.openAttempts.map((attempt) => attempt.attemptId)).toEqual([moving, finished]);

    // The third mark was 27.00, which is above the new maximum of 20.00: it is dropped.
    expect(await app.call('schemes.moveAttempts', { id, attemptIds: [moving] })).toEqual({
      kept: 2,
      dropped: 1,
    });
    const sheet = await app.call('training.getSheet', { sessionId, schemeId: id });
    // 2 of 3 of 9.00 is 6.00
    expect(sheet.marks.map((mark) => mark.markHundredths).toSorted()).toEqual([1000, 600].toSorted());
    expect(sheet.attempts[0]).toMatchObject({ id: moving, markHundredths: 1600 });
    const old = await app.call('training.getSheet', { sessionId, schemeId: scheme.id });
    expect(old.attempts.map((attempt) => attempt.id)).toEqual([finished]);
    expect(await app.refused('schemes.moveAttempts', { id, attemptIds: [moving] })).toBe('conflict');
    await app.call('history.undo', {});
    expect((await app.call('training.getSheet', { sessionId, schemeId: scheme.id })).marks).toHaveLength(3);
  });
});

describe('a workbook of an unknown layout', () => {
  const rows = (extra: string) => [
    ['Nr', 'Was', 'Wie viel', 'Art'],
    ['A1', '', '', ''],
    ['', `Sits straight${extra}`, '1.5', 'M'],
    ['', 'Looks good', '2', 'J'],
  ];
  const workbook = async (extra: string) => {
    const cells = rows(extra).map((row) => row.map((value) => ({ value, style: 'text' as const })));
    const sheet = { name: 'Blatt 1', columnWidths: [10, 40, 10, 10], rows: cells };
    return Buffer.from(await writeWorkbook([sheet])).toString('base64');
  };

  test('is read by the columns that a person names, and the next one by itself', async () => {
    await using app = await openApplication();
    const input = { fileName: 'a.xlsx', dryRun: true };
    expect(await app.refused('schemes.importWorkbook', { ...input, content: await workbook('') })).toBe(
      'workbook_unknown_layout',
    );
    const mapping = {
      sheetName: 'Blatt 1',
      headerRow: 0,
      columns: { subCriterionCode: 0, description: 1, maxMark: 2, aspectType: 3 },
    };
    const content = await workbook('');
    const first = await app.call('schemes.importWorkbook', { ...input, content, dryRun: false, mapping });
    expect(first.summary).toMatchObject({ aspects: 2, totalHundredths: 350, judgement: 1 });
    const second = await app.call('schemes.importWorkbook', { ...input, content: await workbook(' too') });
    expect(second.summary).toMatchObject({ aspects: 2, totalHundredths: 350 });
  });
});

describe('a used scheme that is changed', () => {
  test('becomes the next version in one step, attempts move with it, and one undo takes it all back', async () => {
    await using app = await openApplication();
    const { scheme, attemptIds, aspects, studentIds, sessionId } = await setUpTraining(app, { students: 2 });
    const [moving, staying] = attemptIds as [string, string];
    await app.call('training.setMarks', {
      marks: [
        { attemptId: moving, aspectId: aspects[0]!.id, entry: { kind: 'points', markHundredths: 1000 } },
        { attemptId: moving, aspectId: aspects[3]!.id, entry: { kind: 'not_attempted' } },
      ],
    });
    const open = await app.call('schemes.listOpenAttempts', { id: scheme.id });
    expect(open.openAttempts.map(({ attemptId }) => attemptId)).toEqual([moving, staying]);
    expect(studentIds).toHaveLength(2);
    const draft = await getDraft(app, scheme.id);
    const forms = draft.criteria[0]!.subCriteria;
    // The two sub-criteria change places and codes; the aspects are known by their ids.
    forms.reverse();
    forms[0]!.code = 'A1';
    forms[1]!.code = 'A2';
    forms[1]!.aspects[0]!.description = 'Distance of the riser from the tiles';
    forms[1]!.aspects.push({ ...structuredClone(forms[1]!.aspects[0]!), id: newId(), description: 'New' });
    const input = { id: scheme.id, draft, kind: 'practice' as const, allowsPartial: true };
    const saved = await app.call('schemes.saveNextVersion', { ...input, moveAttemptIds: [moving] });
    expect(saved).toMatchObject({ kept: 2, dropped: 0 });
    expect(await app.refused('schemes.saveNextVersion', { ...input, moveAttemptIds: [] })).toBe('conflict');

    const { schemes } = await app.call('schemes.list', {});
    expect(schemes.map(({ id, version, previousVersionId }) => ({ id, version, previousVersionId }))).toEqual(
      [
        { id: saved.id, version: 2, previousVersionId: scheme.id },
        { id: scheme.id, version: 1, previousVersionId: null },
      ],
    );
    expect(withoutIds(await getDraft(app, saved.id))).toEqual(withoutIds(draft));
    const compared = await app.call('schemes.compareVersions', { id: saved.id });
    expect(compared.differences.map(({ kind, code, fields }) => [kind, code, ...fields])).toEqual([
      ['changed', 'A1.M1', 'code'],
      ['changed', 'A2.M1', 'code', 'description'],
      ['changed', 'A2.J2', 'code'],
      ['changed', 'A2.M3', 'code'],
      ['added', 'A2.M4'],
    ]);
    const sheet = await app.call('training.getSheet', { sessionId, schemeId: saved.id });
    expect(sheet.attempts.map(({ id, markHundredths }) => [id, markHundredths])).toEqual([[moving, 1000]]);
    const { actions } = await app.call('history.list', { limit: 1 });
    expect(actions[0]?.name).toBe('schemes.saveNextVersion');
    await app.call('history.undo', {});
    expect((await app.call('schemes.list', {})).schemes.map(({ id }) => id)).toEqual([scheme.id]);
    expect((await app.call('training.getSheet', { sessionId, schemeId: scheme.id })).marks).toHaveLength(2);
  });

  test('an attempt at a part goes to the part where its aspects are now, whatever that is called', async () => {
    await using app = await openApplication();
    const { scheme, sessionId, studentIds } = await setUpTraining(app, { students: 1 });
    const [first, second] = scheme.criteria[0]!.subCriteria;
    const { attemptIds } = await app.call('training.addAttempts', {
      sessionId,
      schemeId: scheme.id,
      studentIds,
      subCriterionIds: [second!.id],
    });
    const draft = await getDraft(app, scheme.id);
    const forms = draft.criteria[0]!.subCriteria;
    forms[0]!.code = second!.code;
    forms[1]!.code = first!.code;
    const moved = await app.call('schemes.saveNextVersion', {
      id: scheme.id,
      draft,
      kind: 'official',
      allowsPartial: true,
      moveAttemptIds: attemptIds,
    });
    const next = await app.call('schemes.get', { id: moved.id });
    const sheet = await app.call('training.getSheet', { sessionId, schemeId: moved.id });
    const attempt = sheet.attempts.find(({ id }) => id === attemptIds[0]);
    expect(attempt?.subCriterionIds).toEqual([next.criteria[0]!.subCriteria[1]!.id]);
  });
});

test('a new scheme names the sections in the language of the screen', async () => {
  await using app = await openApplication();
  const competencyId = await findCompetency(app, '15');
  const { sections } = await app.call('competencies.get', { id: competencyId });
  const made = { title: 'Module', competencyId, kind: 'practice' as const, language: 'kk' as const };
  const { id } = await app.call('schemes.create', made);
  const draft = await getDraft(app, id);
  expect(draft.sections.map(({ name }) => name)).toEqual(sections.map(({ name }) => name.kk));
});
