import { describe, expect, test } from 'vitest';
import type { RecordChange } from '../../../../renderer/records/changeWords.ts';
import {
  CREATED,
  actorsOf,
  fieldsOf,
  narrow,
  noRecordFilter,
} from '../../../../renderer/records/recordFilter.ts';

let number = 0;

function change(actorName: string, at: string, names: string[]): RecordChange {
  return {
    action: {
      id: String(++number),
      name: 'people.updateStudent',
      params: {},
      kind: 'do',
      targetId: null,
      actorName,
      at,
      changeCount: 1,
      undone: false,
      undoable: true,
    },
    operation: names.length === 0 ? 'insert' : 'update',
    fields: names.map((name) => ({ kind: 'value', name, before: null, after: 'x' })),
  };
}

const TODAY = new Date(2026, 8, 20, 15);
const day = (date: number): string => new Date(2026, 8, date, 9).toISOString();
const changes = [
  change('Әсел', day(20), ['course', 'group_name']),
  change('Болат', day(14), ['group_name']),
  change('Әсел', day(13), ['surname']),
  change('', day(1), []),
];

describe('the history of a record narrowed', () => {
  test('offers each person and each field once, and the adding of the record', () => {
    expect(actorsOf(changes)).toEqual(['Әсел', 'Болат', '']);
    expect(fieldsOf(changes)).toEqual(['course', 'group_name', 'surname', CREATED]);
  });

  test('by person, field and period, and by all of them at once', () => {
    const shown = (filter: Partial<typeof noRecordFilter>): number[] =>
      narrow(changes, { ...noRecordFilter, ...filter }, TODAY).map((one) => changes.indexOf(one));
    expect(shown({})).toEqual([0, 1, 2, 3]);
    expect(shown({ actorName: 'Әсел' })).toEqual([0, 2]);
    expect(shown({ actorName: '' })).toEqual([3]);
    expect(shown({ field: 'group_name' })).toEqual([0, 1]);
    expect(shown({ field: CREATED })).toEqual([3]);
    expect(shown({ period: 'day' })).toEqual([0]);
    expect(shown({ period: 'week' })).toEqual([0, 1]);
    expect(shown({ period: 'month' })).toEqual([0, 1, 2, 3]);
    expect(shown({ actorName: 'Әсел', field: 'group_name', period: 'week' })).toEqual([0]);
    expect(shown({ actorName: 'Болат', field: 'surname' })).toEqual([]);
  });
});
