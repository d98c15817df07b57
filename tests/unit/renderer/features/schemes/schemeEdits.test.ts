import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';
import { checkScheme } from '#shared/domain/schemes/checkScheme.ts';
import { sumSchemeHundredths, type SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import {
  withDescriptor,
  withExtraTexts,
} from '../../../../../renderer/features/schemes/editor/aspectParts.ts';
import { placeOf } from '../../../../../renderer/features/schemes/editor/checkPlaces.ts';
import {
  assignCalculation,
  clearCalculation,
  countUsers,
  giveCalculation,
  patchCalculation,
} from '../../../../../renderer/features/schemes/editor/draftCalculations.ts';
import {
  addAspect,
  addCriterion,
  addSubCriterion,
  duplicateAspects,
  patchAspects,
  removeRows,
  renumber,
  setDays,
} from '../../../../../renderer/features/schemes/editor/draftEdits.ts';
import {
  aspectIdsUnder,
  findPlace,
  listOutline,
  searchOutline,
} from '../../../../../renderer/features/schemes/editor/draftOutline.ts';
import { DraftSaver } from '../../../../../renderer/features/schemes/editor/draftSaver.ts';
import { SchemeEditor } from '../../../../../renderer/features/schemes/editor/editorStore.ts';
import { keptChanges } from '../../../../../renderer/features/schemes/editor/keptChanges.ts';
import { moveRows } from '../../../../../renderer/features/schemes/editor/moveRows.ts';
import { insertPasted, readPastedRows } from '../../../../../renderer/features/schemes/editor/pastedRows.ts';
import { makeSampleScheme } from '../../../../helpers/sampleScheme.ts';
import { schemeDocument } from '../../../../helpers/schemeArbitrary.ts';

/** Ids by place: c0, c0.f1, c0.f1.a2. */
function toDraft(document: SchemeDocument): SchemeDraft {
  return {
    ...document,
    criteria: document.criteria.map((criterion, c) => ({
      ...criterion,
      id: `c${c}`,
      subCriteria: criterion.subCriteria.map((form, f) => ({
        ...form,
        id: `c${c}.f${f}`,
        aspects: form.aspects.map((aspect, a) => ({ ...aspect, id: `c${c}.f${f}.a${a}` })),
      })),
    })),
  };
}

const sample = (): SchemeDraft => toDraft(makeSampleScheme());

function counter(): () => string {
  let next = 0;
  return () => `new${(next += 1)}`;
}

const codes = (draft: SchemeDraft): string[] =>
  listOutline(draft)
    .slice(1)
    .map(({ id, code }) => `${code}=${id}`);

describe('the outline', () => {
  test('has a line for everything, with sums', () => {
    const rows = listOutline(sample());
    expect(rows.map(({ level, code, hundredths }) => `${level} ${code} ${hundredths}`)).toEqual([
      '1  10000',
      '2 A 6000',
      '3 A1 5000',
      '4 A1.M1 1050',
      '4 A1.J2 1250',
      '4 A1.M3 2700',
      '3 A2 1000',
      '4 A2.M1 1000',
      '2 B 4000',
      '3 B1 4000',
      '4 B1.M1 1500',
      '4 B1.M2 29',
      '4 B1.J3 1471',
      '4 B1.M4 1000',
      '2 C 0',
    ]);
  });

  test('a search shows what is found with all above it, and what stands under a found form', () => {
    const draft = sample();
    const find = (text: string) => searchOutline(draft, listOutline(draft), text).map(({ code }) => code);
    expect(find('riser')).toEqual(['', 'A', 'A1', 'A1.M1']);
    expect(find('settings')).toEqual(['', 'B', 'B1', 'B1.M1', 'B1.M2', 'B1.J3', 'B1.M4']);
    expect(find('outstandingly')).toEqual(['', 'A', 'A1', 'A1.J2', 'B', 'B1', 'B1.J3']);
    expect(find('nowhere')).toEqual([]);
  });

  test('a selected form stands for its aspects', () => {
    expect(aspectIdsUnder(sample(), new Set(['c0.f1', 'c1.f0.a2']))).toEqual(['c0.f1.a0', 'c1.f0.a2']);
  });
});

describe('moving', () => {
  const ids = (...list: string[]) => new Set(list);

  test('an aspect past the end of its form goes to the next form, a block keeps its order', () => {
    const moved = moveRows(sample(), ids('c0.f0.a1', 'c0.f0.a2'), 'down');
    expect(codes(moved).slice(1, 8)).toEqual([
      'A1=c0.f0',
      'A1.M1=c0.f0.a0',
      'A2=c0.f1',
      'A2.J1=c0.f0.a1',
      'A2.M2=c0.f0.a2',
      'A2.M3=c0.f1.a0',
      'B=c1',
    ]);
    expect(moveRows(moved, ids('c0.f0.a1', 'c0.f0.a2'), 'up')).toEqual(sample());
    expect(moveRows(sample(), ids('c0.f0.a0'), 'up')).toEqual(sample());
  });

  test('letters and numbers follow their places', () => {
    const moved = moveRows(sample(), ids('c1'), 'up');
    expect(moved.criteria.map(({ code, name }) => `${code} ${name}`)).toEqual([
      'A Start-up',
      'B Heating circuit',
      'C ',
    ]);
    expect(moved.criteria[0]!.subCriteria[0]!.code).toBe('A1');
    const between = moveRows(sample(), ids('c0.f1'), 'down');
    expect(between.criteria[1]!.subCriteria.map(({ id, code }) => `${code}=${id}`)).toEqual([
      'B1=c0.f1',
      'B2=c1.f0',
    ]);
  });

  test('codes that people chose are left alone', () => {
    const own = sample();
    own.criteria[0]!.subCriteria[0]!.code = 'Module 1';
    const moved = moveRows(own, ids('c0.f1'), 'up');
    expect(moved.criteria[0]!.subCriteria.map(({ code }) => code)).toEqual(['A2', 'Module 1']);
  });

  test('of any scheme: nothing is lost or doubled, the total stays, and down after up is the same order of aspects', () => {
    fc.assert(
      fc.property(schemeDocument, fc.nat(), fc.boolean(), (document, pick, isUp) => {
        const draft = toDraft(document);
        const rows = listOutline(draft).slice(1);
        const row = rows[pick % rows.length]!;
        const moved = moveRows(draft, ids(row.id), isUp ? 'up' : 'down');
        const idsOf = (of: SchemeDraft) => listOutline(of).map(({ id }) => id);
        expect(idsOf(moved).toSorted()).toEqual(idsOf(draft).toSorted());
        expect(sumSchemeHundredths(moved)).toBe(sumSchemeHundredths(draft));
        if (JSON.stringify(idsOf(moved)) !== JSON.stringify(idsOf(draft))) {
          expect(idsOf(moveRows(moved, ids(row.id), isUp ? 'down' : 'up'))).toEqual(idsOf(draft));
        }
      }),
    );
  });
});

describe('adding, copying and removing', () => {
  test('an empty scheme grows by keys alone', () => {
    const makeId = counter();
    const empty: SchemeDraft = { title: 'M', sections: [], criteria: [], calculations: [] };
    const first = addAspect(empty, null, makeId);
    expect(codes(first.draft)).toEqual(['A=new2', 'A1=new3', `A1.M1=${first.activeId}`]);
    const second = addAspect(first.draft, first.activeId, makeId);
    const form = addSubCriterion(second.draft, second.activeId, makeId);
    const criterion = addCriterion(form.draft, form.activeId, makeId);
    expect(listOutline(criterion.draft).map(({ code }) => code)).toEqual([
      '',
      'A',
      'A1',
      'A1.M1',
      'A1.M2',
      'A2',
      'B',
      'B1',
    ]);
  });

  test('a new aspect takes type, section and mark of the one above', () => {
    const { draft, activeId } = addAspect(sample(), 'c1.f0.a2', counter());
    const place = findPlace(draft, activeId!)!;
    const aspect = draft.criteria[place.criterion]!.subCriteria[place.subCriterion!]!.aspects[place.aspect!]!;
    expect(place.aspect).toBe(3);
    expect(aspect).toMatchObject({
      kind: 'judgement',
      sectionNumber: 3,
      maxHundredths: 1471,
      description: '',
    });
  });

  test('a removed form renumbers those behind it; copies stand below their originals', () => {
    expect(codes(removeRows(sample(), new Set(['c0.f0', 'c1.f0.a0']))).slice(0, 3)).toEqual([
      'A=c0',
      'A1=c0.f1',
      'A1.M1=c0.f1.a0',
    ]);
    const { draft, activeId } = duplicateAspects(sample(), new Set(['c0.f0.a0']), counter());
    expect(codes(draft).slice(2, 4)).toEqual(['A1.M1=c0.f0.a0', `A1.M2=${activeId}`]);
  });

  test('bulk edits reach all that is selected, and days go to their forms', () => {
    const draft = setDays(
      patchAspects(sample(), ['c0.f0.a0', 'c1.f0.a0'], { sectionNumber: 1 }),
      ['c1.f0.a0'],
      3,
    );
    expect(draft.criteria.map(({ subCriteria }) => subCriteria.map(({ markingDay }) => markingDay))).toEqual([
      [1, 1],
      [3],
      [],
    ]);
    expect(draft.criteria[1]!.subCriteria[0]!.aspects.map((one) => one.sectionNumber)).toEqual([1, 3, 3, 1]);
    expect(renumber(draft, draft)).toEqual(draft);
  });
});

describe('parts of an aspect', () => {
  const judgement = () => sample().criteria[0]!.subCriteria[0]!.aspects[1]!;

  test('levels are set in their order, emptied ones go, notes below the ladder stay below it', () => {
    const without = { ...judgement(), ...withDescriptor(judgement(), 1, '') };
    expect(without.descriptors.map(({ score }) => score)).toEqual([0, 2, 3]);
    expect(without.extraRows.map((row) => row.afterDescriptors)).toEqual([0, 3]);
    const again = { ...without, ...withDescriptor(without, 1, 'With gaps') };
    expect(again.descriptors.map(({ score, text }) => `${score} ${text}`)[1]).toBe('1 With gaps');
    expect(again.extraRows.map((row) => row.afterDescriptors)).toEqual([0, 4]);
  });

  test('notes keep their places, emptied ones go', () => {
    expect(withExtraTexts(judgement(), ['', 'No mark with a leak', 'New'])).toEqual({
      extraRows: [
        { text: 'No mark with a leak', afterDescriptors: 4 },
        { text: 'New', afterDescriptors: 4 },
      ],
    });
  });
});

describe('calculations', () => {
  const indexes = (draft: SchemeDraft) =>
    draft.criteria.flatMap(({ subCriteria }) =>
      subCriteria.flatMap(({ aspects }) => aspects.map((aspect) => aspect.calculationIndex)),
    );

  test('a one-off that others use is left to them', () => {
    // A2.M1 and B1.M2 share the second calculation, which has no name.
    const changed = patchCalculation(sample(), 'c0.f1.a0', {
      calculation: { kind: 'number_completed', possible: '8' },
    });
    expect(indexes(changed)).toEqual([0, null, null, 4, 2, 1, null, null]);
    expect(changed.calculations.map(({ calculation }) => calculation)[1]).toEqual({
      kind: 'number_completed',
      possible: '6',
    });
    expect(countUsers(changed, 1)).toBe(1);
  });

  test('a named one changes for all; an own one is changed in its place and goes when nobody uses it', () => {
    const named = patchCalculation(sample(), 'c0.f0.a0', { name: 'By millimetres' });
    expect(named.calculations[0]?.name).toBe('By millimetres');
    const own = giveCalculation(sample(), ['c0.f0.a2', 'c1.f0.a3'], { kind: 'pass_fail' });
    expect(indexes(own)).toEqual([0, null, 4, 1, 2, 1, null, 4]);
    const cleared = clearCalculation(own, ['c0.f0.a2', 'c1.f0.a3']);
    expect(cleared).toEqual(sample());
    expect(indexes(assignCalculation(sample(), ['c0.f0.a2'], 0))).toEqual([0, null, 0, 1, 2, 1, null, null]);
  });
});

describe('places of warnings', () => {
  test('each leads to a line that is there and a field', () => {
    const draft = sample();
    draft.criteria[0]!.subCriteria[0]!.aspects[1]!.descriptors.splice(1, 2);
    draft.criteria[1]!.subCriteria[0]!.markingDay = null;
    draft.criteria[1]!.subCriteria[0]!.aspects[0]!.maxHundredths = 0;
    draft.criteria[0]!.subCriteria[1]!.aspects[0]!.sectionNumber = null;
    draft.criteria[0]!.subCriteria[1]!.aspects[0]!.description = '';
    const places = checkScheme(draft).map((warning) => ({ code: warning.code, ...placeOf(draft, warning) }));
    expect(places.map(({ code, rowId, field }) => `${code}: ${rowId} ${field}`)).toEqual([
      'total_not_100: scheme allocation',
      'section_variation: scheme section-0-weight',
      'section_variation: scheme section-2-weight',
      'total_variation: scheme allocation',
      'descriptors_incomplete: c0.f0.a1 descriptor-1',
      'aspect_without_description: c0.f1.a0 description',
      'aspect_without_section: c0.f1.a0 section',
      'criterion_mark_differs: c1 declared',
      'day_missing: c1.f0 day',
      'mark_out_of_range: c1.f0.a0 max',
    ]);
  });
});

describe('pasted rows', () => {
  test('aspects with their ladder go after the open one', () => {
    const rows = [
      ['M', 'Valve opens', '', '50 mm', '2', '1,5'],
      ['J', 'Look of the valve', '', '', '2', '2'],
      ['', '', '0', 'Dirty', '', ''],
      ['', '', '3', 'Spotless', '', ''],
    ];
    const columns = { aspectType: 0, description: 1, score: 2, extraDescription: 3, section: 4, maxMark: 5 };
    const parts = readPastedRows({ rows, headerRow: null, columns })!;
    const { draft, activeId } = insertPasted(sample(), 'c0.f0.a0', parts, counter());
    expect(codes(draft).slice(2, 6)).toEqual([
      'A1.M1=c0.f0.a0',
      `A1.M2=${activeId}`,
      'A1.J3=new2',
      'A1.J4=c0.f0.a1',
    ]);
    const [valve, look] = draft.criteria[0]!.subCriteria[0]!.aspects.slice(1, 3);
    expect(valve).toMatchObject({ maxHundredths: 150, sectionNumber: 2, extraDescription: '50 mm' });
    expect(look?.descriptors).toEqual([
      { score: 0, text: 'Dirty' },
      { score: 3, text: 'Spotless' },
    ]);
  });

  test('a plain list becomes aspects without marks, rows that name forms become forms', () => {
    const list = readPastedRows({
      rows: [['One'], [''], ['Two']],
      headerRow: null,
      columns: { description: 0 },
    });
    expect(
      list?.subCriteria[0]?.aspects.map(({ description, maxHundredths }) => [description, maxHundredths]),
    ).toEqual([
      ['One', 0],
      ['Two', 0],
    ]);
    const parts = readPastedRows({
      rows: [
        ['Part', 'Text', 'Points'],
        ['A1', 'First', '1'],
        ['A2', 'Second', '2'],
      ],
      headerRow: 0,
      columns: { subCriterionCode: 0, description: 1, maxMark: 2 },
    })!;
    const { draft } = insertPasted(sample(), 'c1.f0', parts, counter());
    expect(draft.criteria[1]!.subCriteria.map(({ code, aspects }) => `${code} ${aspects.length}`)).toEqual([
      'B1 4',
      'B2 1',
      'B3 1',
    ]);
    expect(readPastedRows({ rows: [['']], headerRow: null, columns: { description: 0 } })).toBeNull();
  });
});

describe('storing', () => {
  test('sends one at a time and only the latest of those that wait', async () => {
    const sent: number[] = [];
    const settled: [number, boolean][] = [];
    const open: (() => void)[] = [];
    const saver = new DraftSaver<number>(
      (value) => {
        sent.push(value);
        return new Promise<void>((resolve, reject) => {
          open.push(value === 3 ? () => reject(new Error('refused')) : resolve);
        });
      },
      (value, error) => settled.push([value, error === null]),
    );
    saver.push(1);
    saver.push(2);
    saver.push(3);
    expect([sent, saver.isIdle]).toEqual([[1], false]);
    open[0]!();
    await Promise.resolve().then(() => Promise.resolve());
    await expect.poll(() => sent).toEqual([1, 3]);
    open[1]!();
    await expect.poll(() => saver.isIdle).toBe(true);
    expect(settled).toEqual([
      [1, true],
      [3, false],
    ]);
  });

  test('an undo of main is taken over, but never over what a person has changed meanwhile', () => {
    const form = { draft: sample(), kind: 'practice' as const, allowsPartial: true };
    const sent: string[] = [];
    const editor = new SchemeEditor(form, form, (next) => sent.push(next.draft.title));
    editor.edit((draft) => ({ ...draft, title: 'One' }));
    editor.edit((draft) => ({ ...draft, title: 'One' }));
    expect([sent, editor.isDirty]).toEqual([['One'], true]);
    editor.adopt({ ...form, kind: 'official' });
    expect(editor.state.form.draft.title).toBe('One');
    editor.confirm(editor.state.form);
    editor.adopt(form);
    expect([editor.state.form, editor.isDirty]).toEqual([form, false]);
  });

  test('changes that wait have an undo of their own', () => {
    const form = { draft: sample(), kind: 'practice' as const, allowsPartial: true };
    const editor = new SchemeEditor(form, form, () => undefined);
    expect(editor.undo()).toBe(false);
    editor.keepsSteps = true;
    editor.edit((draft) => ({ ...draft, title: 'One' }));
    editor.edit((draft) => ({ ...draft, title: 'Two' }));
    const titles = [
      editor.undo(),
      editor.state.form.draft.title,
      editor.redo(),
      editor.state.form.draft.title,
    ];
    expect(titles).toEqual([true, 'One', true, 'Two']);
    editor.discard();
    expect(editor.isDirty).toBe(false);
    expect([editor.undo(), editor.state.form.draft.title]).toEqual([true, 'Two']);
  });

  test('changes to a used scheme are kept until they are dropped; what cannot be read is nothing', () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    };
    const form = { draft: sample(), kind: 'practice' as const, allowsPartial: true };
    keptChanges.write(storage, 'a', form);
    expect(keptChanges.read(storage, 'a')).toEqual(form);
    keptChanges.drop(storage, 'a');
    expect(keptChanges.read(storage, 'a')).toBeNull();
    for (const value of ['{', '{"draft":{}}', '7']) {
      stored.set('shyng.schemeChanges.a', value);
      expect(keptChanges.read(storage, 'a')).toBeNull();
    }
  });
});
