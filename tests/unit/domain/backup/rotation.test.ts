import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backupKinds,
  formatBackupName,
  parseBackupName,
  type BackupName,
} from '#shared/domain/backup/backupName.ts';
import { KEPT, chooseSurplus } from '#shared/domain/backup/rotation.ts';

const moments = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2030-12-31T00:00:00Z'),
  noInvalidDate: true,
});

const backup = fc.tuple(fc.constantFrom(...backupKinds), moments).map(([kind, at]) => {
  const name = parseBackupName(formatBackupName(kind, at));
  if (!name) throw new Error('the name is not read back');
  return name;
});

const folders = fc.uniqueArray(backup, { maxLength: 120, selector: ({ fileName }) => fileName });

const keptOf = (all: readonly BackupName[]): BackupName[] => {
  const surplus = new Set(chooseSurplus(all));
  return all.filter(({ fileName }) => !surplus.has(fileName));
};

const daily = (first: string, days: number): BackupName[] =>
  Array.from({ length: days }, (_, index) => {
    const at = new Date(Date.parse(first) + index * 86_400_000);
    const fileName = formatBackupName('automatic', at);
    return { fileName, kind: 'automatic' as const, madeAt: at.toISOString() };
  });

describe('names of backups', () => {
  test('are read back as they were written, and nothing else is read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...backupKinds), moments, (kind, at) => {
        const fileName = formatBackupName(kind, at);
        expect(parseBackupName(fileName)).toEqual({ fileName, kind, madeAt: at.toISOString() });
      }),
    );
    for (const name of [
      '',
      'shyng.sqlite',
      '../shyng-2026-01-01T000000-000Z-manual.shyng',
      'shyng-2026-13-01T000000-000Z-manual.shyng',
    ]) {
      expect(parseBackupName(name)).toBeNull();
    }
  });
});

describe('rotation', () => {
  test('keeps 12 days, 10 weeks and 9 months of a year of daily backups', () => {
    const kept = keptOf(daily('2026-01-01T15:00:00Z', 365)).map(({ madeAt }) => madeAt.slice(0, 10));
    expect(kept.slice(-12)).toEqual(
      daily('2026-12-20T15:00:00Z', 12).map(({ madeAt }) => madeAt.slice(0, 10)),
    );
    expect(kept).toContain('2026-04-30');
    expect(kept).not.toContain('2026-03-31');
    expect(kept.length).toBeLessThanOrEqual(KEPT.daily + KEPT.weekly + KEPT.monthly);
    expect(kept.length).toBeGreaterThanOrEqual(26);
  });

  test('never deletes the newest, nor what people made by hand', () => {
    fc.assert(
      fc.property(folders, (all) => {
        const surplus = chooseSurplus(all);
        const newest = all.toSorted((a, b) => (a.fileName < b.fileName ? 1 : -1))[0];
        if (newest) expect(surplus).not.toContain(newest.fileName);
        for (const one of all) if (one.kind === 'manual') expect(surplus).not.toContain(one.fileName);
      }),
    );
  });

  test('is done after once, and keeps few', () => {
    fc.assert(
      fc.property(folders, (all) => {
        const kept = keptOf(all);
        expect(chooseSurplus(kept)).toEqual([]);
        const others = kept.filter(({ kind }) => kind !== 'manual');
        expect(others.length).toBeLessThanOrEqual(KEPT.daily + KEPT.weekly + KEPT.monthly + KEPT.beforeSteps);
      }),
    );
  });

  test('keeps a backup of each of the newest days that have one', () => {
    fc.assert(
      fc.property(folders, (all) => {
        const days = (list: readonly BackupName[]): string[] =>
          [...new Set(list.map(({ madeAt }) => madeAt.slice(0, 10)))]
            .toSorted()
            .toReversed()
            .slice(0, KEPT.daily);
        expect(days(keptOf(all))).toEqual(days(all));
      }),
    );
  });

  test('does not depend on the order of the folder', () => {
    fc.assert(
      fc.property(folders, (all) => {
        expect(chooseSurplus(all.toReversed()).toSorted()).toEqual(chooseSurplus(all).toSorted());
      }),
    );
  });
});
