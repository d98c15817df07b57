import { expect, test } from 'vitest';
import type { SchemeListRow } from '#shared/contract/schemes.ts';
import { withColumn } from '../../../../../renderer/features/schemes/columnChoice.ts';
import { groupVersions, versionsOf } from '../../../../../renderer/features/schemes/schemeVersions.ts';

const scheme = (id: string, version: number, previousVersionId: string | null): SchemeListRow => ({
  id,
  title: id,
  competencyId: null,
  kind: 'practice',
  version,
  previousVersionId,
  totalHundredths: 0,
  aspectCount: 0,
  subCriterionCount: 0,
  attemptCount: 0,
  sourceFileName: '',
  createdAt: '2026-01-01T00:00:00.000Z',
});

test('versions stand under the newest of them, wherever they were in the list', () => {
  const list = [
    scheme('b', 1, null),
    scheme('a3', 3, 'a2'),
    scheme('c', 2, 'gone'),
    scheme('a1', 1, null),
    scheme('a2', 2, 'a1'),
  ];
  expect(groupVersions(list).map(({ id, newest }) => `${newest.id}/${id}`)).toEqual([
    'b/b',
    'a3/a3',
    'a3/a2',
    'a3/a1',
    'c/c',
  ]);
  expect(versionsOf(list, 'a2').map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(versionsOf(list, 'nowhere')).toEqual([]);
});

test('a column has one meaning, and a meaning one column', () => {
  const columns = withColumn({ description: 0, maxMark: 2 }, 1, 'maxMark');
  expect(columns).toEqual({ description: 0, maxMark: 1 });
  expect(withColumn(columns, 1, 'section')).toEqual({ description: 0, section: 1 });
  expect(withColumn(columns, 0, '')).toEqual({ maxMark: 1 });
});
