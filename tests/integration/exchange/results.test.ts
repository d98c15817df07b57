import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { AspectRow } from '#shared/contract/schemes.ts';
import type { ResultLevel } from '#shared/domain/exchange/resultParts.ts';
import { writeWorkbook } from '../../../electron/workers/writeWorkbook.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';
import { setUpTraining } from '../../helpers/training.ts';

const csv = (text: string): { fileName: string; content: string } => ({
  fileName: 'results.csv',
  content: Buffer.from(text).toString('base64'),
});

async function xlsx(rows: (string | number | null)[][]): Promise<{ fileName: string; content: string }> {
  const bytes = await writeWorkbook([
    {
      name: 'Балдар',
      columnWidths: [],
      rows: rows.map((row) =>
        row.map((value) => (value === null ? null : { value, style: 'text' as const })),
      ),
    },
  ]);
  return { fileName: 'results.xlsx', content: Buffer.from(bytes).toString('base64') };
}

interface Base {
  competencyId: string;
  schemeId: string | null;
  date: string | null;
  totalMaxHundredths: number;
}

const percent = (competencyId: string): Base => ({
  competencyId,
  schemeId: null,
  date: null,
  totalMaxHundredths: 10_000,
});

async function addStudent(
  app: TestApplication,
  surname: string,
  givenName: string,
  groupName = '',
): Promise<string> {
  const patronymic = '';
  return (await app.call('people.createStudent', aStudent({ surname, givenName, patronymic, groupName }))).id;
}

const count = async (app: TestApplication, competencyId: string): Promise<number> =>
  (await app.call('training.listSessions', { competencyId })).total;

/** The first aspect of a kind. */
function firstAspect(scheme: RouteOutput<'schemes.get'>, kind: 'measurement' | 'judgement'): AspectRow {
  const all = scheme.criteria.flatMap(({ subCriteria }) => subCriteria).flatMap(({ aspects }) => aspects);
  const found = all.find((aspect) => aspect.kind === kind);
  if (!found) throw new Error(`no ${kind} in the scheme`);
  return found;
}

describe('results from a file', () => {
  test('totals in percent: previewed, taken in parts, seen in progress, undone as one action', async () => {
    await using app = await openApplication();
    const { competencyId } = await setUpTraining(app);
    const aigul = await addStudent(app, 'Әлиева', 'Айгүл');
    const before = await count(app, competencyId);
    const file = csv(
      'Аты-жөні;Күні;Пайыз\nӘлиева А.;12.03.2025;81,5\nӘлиева Айгүл;19.03.2025;84\nЖоқ Адам;12.03.2025;70\nӘлиева Айгүл;26.03.2025;120\nӘлиева Айгүл;;50\nОрташа;;76\n',
    );
    const preview = await app.call('exchange.previewResults', { ...file, ...percent(competencyId) });
    expect(preview.level).toBe('total');
    expect(
      preview.results.map(({ line, students, problems, isBlocked }) => [
        line,
        students.map(({ id }) => id),
        problems.map(({ code }) => code),
        isBlocked,
      ]),
    ).toEqual([
      [2, [aigul], [], false],
      [3, [aigul], [], false],
      [4, [], [], false],
      [5, [aigul], ['above_maximum', 'no_marks'], true],
      [6, [aigul], ['no_date'], true],
    ]);
    expect(await count(app, competencyId)).toBe(before);

    const { mapping, sheet } = preview;
    const input = {
      ...file,
      ...percent(competencyId),
      mapping,
      sheet,
      language: 'kk' as const,
      addToSquad: true,
    };
    // What cannot be taken is refused as a whole and changes nothing.
    const wrong = [
      { line: 2, studentId: aigul },
      { line: 5, studentId: aigul },
    ];
    expect(await app.refused('exchange.importResults', { ...input, take: wrong })).toBe('conflict');
    expect(await count(app, competencyId)).toBe(before);

    const take = [
      { line: 2, studentId: aigul },
      { line: 3, studentId: aigul },
    ];
    expect(await app.call('exchange.importResults', { ...input, take })).toEqual({
      sessions: 2,
      attempts: 2,
      marks: 2,
      candidates: 1,
    });
    const { sessions } = await app.call('training.listSessions', { competencyId, studentId: aigul });
    expect(sessions.map(({ date, meanPercent }) => [date, meanPercent])).toEqual([
      ['2025-03-19', 84],
      ['2025-03-12', 81.5],
    ]);
    expect((await app.call('backup.getStatus', {})).backups.map(({ kind }) => kind)).toContain(
      'before_import',
    );

    // The same file again: told that it is there, columns as last time, and the same scheme serves.
    const again = await app.call('exchange.previewResults', { ...file, ...percent(competencyId) });
    expect(again.remembered).toBe(true);
    expect(again.results.map(({ isStored }) => isStored)).toEqual([true, true, false, false, false]);
    const schemes = (await app.call('schemes.list', {})).schemes.length;
    const { id: other } = await app.call(
      'people.createStudent',
      aStudent({ surname: 'Жоқ', givenName: 'Адам' }),
    );
    await app.call('exchange.importResults', { ...input, take: [{ line: 4, studentId: other }] });
    expect((await app.call('schemes.list', {})).schemes.length).toBe(schemes);

    await app.call('history.undo', {});
    await app.call('history.undo', {});
    await app.call('history.undo', {});
    expect(await count(app, competencyId)).toBe(before);
    expect((await app.call('schemes.list', {})).schemes.length).toBe(schemes - 1);
    const { candidates } = await app.call('competencies.listCandidates', { competencyId });
    expect(candidates.map(({ studentId }) => studentId)).not.toContain(aigul);
  });

  test('a workbook of students × sub-criteria goes to a short form of the scheme; cells that are wrong stay out', async () => {
    await using app = await openApplication();
    const { competencyId, scheme } = await setUpTraining(app);
    const schemeId = scheme.id;
    const student = await addStudent(app, 'Ким', 'Виктор');
    const subs = scheme.criteria.flatMap(({ subCriteria }) => subCriteria).slice(0, 2);
    const maxOf = (index: number): number =>
      (subs[index]?.aspects ?? []).reduce((sum, { maxHundredths }) => sum + maxHundredths, 0) / 100;
    const file = await xlsx([
      ['Ведомость за март', null, null, null],
      ['Студент', `${subs[0]?.code ?? ''} ${subs[0]?.name ?? ''}`, subs[1]?.code ?? '', 'Итого'],
      ['Ким Виктор', maxOf(0), 'н/я', maxOf(0)],
      ['Ким В.', maxOf(0) + 1, maxOf(1), maxOf(1)],
    ]);
    const base: Base = { competencyId, schemeId, date: '2025-04-02', totalMaxHundredths: 10_000 };
    const preview = await app.call('exchange.previewResults', { ...file, ...base });
    expect(preview.level).toBe('sub_criterion');
    expect(preview.results.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ['above_maximum'],
    ]);
    const { mapping, sheet } = preview;
    const input = { ...file, ...base, mapping, sheet, language: 'ru' as const, addToSquad: false };
    // Two results of one person and day cannot both be taken.
    const both = [
      { line: 3, studentId: student },
      { line: 4, studentId: student },
    ];
    expect(await app.refused('exchange.importResults', { ...input, take: both })).toBe('conflict');
    const stored = await app.call('exchange.importResults', { ...input, take: both.slice(0, 1) });
    expect(stored).toEqual({ sessions: 1, attempts: 1, marks: 2, candidates: 0 });
    const { sessions } = await app.call('training.listSessions', { competencyId, studentId: student });
    const session = await app.call('training.getSession', { id: sessions[0]?.id ?? '' });
    expect(session.attempts).toHaveLength(1);
    expect(session.attempts[0]).toMatchObject({
      markHundredths: maxOf(0) * 100,
      markedCount: 1,
      notAttemptedCount: 1,
    });
    expect(session.attempts[0]?.schemeId).not.toBe(schemeId);
    expect(session.attempts[0]?.schemeTitle).toContain(scheme.title);
  });

  test('a list with a row for each aspect goes to the scheme itself, judgements as scores', async () => {
    await using app = await openApplication();
    const { competencyId, scheme } = await setUpTraining(app);
    const schemeId = scheme.id;
    const student = await addStudent(app, 'Оспан', 'Нұрлан');
    const measured = firstAspect(scheme, 'measurement');
    const judged = firstAspect(scheme, 'judgement');
    const max = String(measured.maxHundredths / 100).replace('.', ',');
    const file = csv(
      [
        'Фамилия\tИмя\tДата\tАспект\tБалл',
        `Оспан\tНұрлан\t05.05.2025\t${measured.code}\t${max}`,
        `Оспан\tНұрлан\t05.05.2025\t${judged.code}\t2`,
        'Оспан\tНұрлан\t05.05.2025\tZ9.M1\t1',
        `Оспан\tНұрлан\t06.05.2025\t${judged.code}\t7`,
      ].join('\n'),
    );
    const base: Base = { competencyId, schemeId, date: null, totalMaxHundredths: 10_000 };
    const preview = await app.call('exchange.previewResults', { ...file, ...base });
    expect(preview.level).toBe('aspect');
    expect(
      preview.results.map(({ line, problems }) => [line, problems.map((one) => [one.line, one.code])]),
    ).toEqual([
      [2, [[4, 'unknown_code']]],
      [
        5,
        [
          [5, 'not_a_score'],
          [5, 'no_marks'],
        ],
      ],
    ]);
    const { mapping, sheet } = preview;
    const input = { ...file, ...base, mapping, sheet, language: 'ru' as const, addToSquad: false };
    await app.call('exchange.importResults', { ...input, take: [{ line: 2, studentId: student }] });
    const { sessions } = await app.call('training.listSessions', { competencyId, studentId: student });
    const sheetOf = await app.call('training.getSheet', { sessionId: sessions[0]?.id ?? '', schemeId });
    expect(sheetOf.marks.map(({ aspectId, score }) => [aspectId, score]).toSorted()).toEqual(
      [
        [measured.id, null],
        [judged.id, 2],
      ].toSorted(),
    );
  });

  test.each<ResultLevel>(['total', 'criterion', 'sub_criterion', 'aspect'])(
    'a template by %s names the squad and is read back without a question',
    async (level) => {
      await using app = await openApplication();
      const { competencyId, scheme } = await setUpTraining(app);
      const schemeId = scheme.id;
      const request = { competencyId, schemeId, level, language: 'kk' as const, format: 'csv' as const };
      const template = await app.call('exchange.getResultsTemplate', request);
      const base: Base = { competencyId, schemeId, date: '2025-04-02', totalMaxHundredths: 10_000 };
      const preview = await app.call('exchange.previewResults', { ...template, ...base });
      const { candidates } = await app.call('competencies.listCandidates', { competencyId });
      expect(preview.results).toHaveLength(candidates.length);
      expect(preview.results.every(({ students }) => students.length === 1)).toBe(true);
      const set = Object.keys(preview.mapping.fields).length + preview.mapping.parts.length;
      expect(set).toBe(preview.headers.length);
      expect(preview.level).toBe(level);
    },
  );

  test('an instructor takes in results of the own competencies only', async () => {
    await using app = await openApplication();
    const { competencyId } = await setUpTraining(app);
    const student = await addStudent(app, 'Ким', 'Виктор');
    await app.call('access.startProfiles', { name: 'Айгүл', secret: 'жеті қазына' });
    const profile = {
      name: 'И',
      role: 'instructor' as const,
      competencyIds: [],
      expertId: null,
      secret: '123456',
    };
    const { id } = await app.call('access.createProfile', profile);
    await app.call('access.signIn', { profileId: id, secret: '123456' });
    const file = csv('ФИО;Дата;Итого\nКим Виктор;12.03.2025;81\n');
    const { mapping, sheet } = await app.call('exchange.previewResults', {
      ...file,
      ...percent(competencyId),
    });
    const input = { ...file, ...percent(competencyId), mapping, sheet, language: 'ru' as const };
    const take = [{ line: 2, studentId: student }];
    expect(await app.refused('exchange.importResults', { ...input, take, addToSquad: false })).toBe(
      'forbidden_record',
    );
  });
});
