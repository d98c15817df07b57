import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';

const csv = (text: string): { fileName: string; content: string } => ({
  fileName: 'list.csv',
  content: Buffer.from(text).toString('base64'),
});

const LIST =
  'Тегі;Аты;Туған күні;Тобы\nСерікбаев;Дәулет;17.05.2008;ЭМ-1\nЖаңа;Айгүл;01.02.2009;ЭМ-2\nҚате;;32.01.2009;\n';

const names = async (app: TestApplication): Promise<string[]> =>
  (await app.call('people.listStudents', {})).students.map(({ surname }) => surname).toSorted();

describe('students from a file', () => {
  test('are previewed without a change, taken in parts, and undone as one action', async () => {
    await using app = await openApplication();
    const { id } = await app.call('people.createStudent', aStudent({ groupName: '', birthDate: null }));
    const preview = await app.call('exchange.previewPeople', csv(LIST));
    expect(preview.remembered).toBe(false);
    expect(preview.rows.map(({ same, problems }) => [same.map((one) => one.id), problems.length])).toEqual([
      [[id], 0],
      [[], 0],
      [[], 2],
    ]);
    expect(await names(app)).toEqual(['Серікбаев']);

    const { mapping, sheet } = preview;
    const input = { ...csv(LIST), sheet, mapping };
    expect(await app.refused('exchange.importPeople', { ...input, add: [4], complete: [] })).toBe('conflict');
    const result = await app.call('exchange.importPeople', {
      ...input,
      add: [3],
      complete: [{ line: 2, studentId: id }],
    });
    expect(result).toEqual({ added: 1, completed: 1 });
    const student = await app.call('people.getStudent', { id });
    // What was empty is filled, what was entered stays.
    expect(student).toMatchObject({
      groupName: 'ЭМ-1',
      birthDate: '2008-05-17',
      patronymic: 'Маратұлы',
      consent: 'given',
    });
    expect(await names(app)).toEqual(['Жаңа', 'Серікбаев'].toSorted());
    // A backup was made before.
    expect((await app.call('backup.getStatus', {})).backups.map(({ kind }) => kind)).toEqual([
      'before_import',
    ]);

    await app.call('history.undo', {});
    expect(await names(app)).toEqual(['Серікбаев']);
    expect((await app.call('people.getStudent', { id })).groupName).toBe('');
  });

  test('a mapping that people chose is remembered for files of that layout', async () => {
    await using app = await openApplication();
    const file = csv('A;B\nСерік;Айгүл\n');
    const first = await app.call('exchange.previewPeople', file);
    expect(first.mapping).toEqual({});
    const mapping = { surname: 0, givenName: 1 };
    const chosen = await app.call('exchange.previewPeople', { ...file, mapping });
    await app.call('exchange.importPeople', {
      ...file,
      sheet: chosen.sheet,
      mapping,
      add: [2],
      complete: [],
    });
    const again = await app.call('exchange.previewPeople', csv('A;B\nБасқа;Адам\n'));
    expect(again).toMatchObject({ remembered: true, mapping });
  });

  test('an Excel template goes round', async () => {
    await using app = await openApplication();
    for (const format of ['xlsx', 'csv'] as const) {
      const { content, fileName } = await app.call('exchange.getPeopleTemplate', { language: 'kk', format });
      const preview = await app.call('exchange.previewPeople', { fileName, content });
      expect(Object.keys(preview.mapping)).toHaveLength(8);
      expect(preview.rows).toEqual([]);
    }
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'workbook_empty'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0]), 'not_a_workbook'],
    ['an archive that is no workbook', Buffer.from('PK\u0003\u0004rubbish'), 'workbook_unreadable'],
    ['too many rows', Buffer.from('a;b\n'.repeat(30_000)), 'workbook_too_large'],
  ])('%s is refused', async (_, bytes, code) => {
    await using app = await openApplication();
    const content = bytes.toString('base64');
    expect([code, 'not_a_workbook']).toContain(
      await app.refused('exchange.previewPeople', { fileName: 'x', content }),
    );
  });
});

describe('a list as a file', () => {
  test('keeps numbers, and makes harmless what a spreadsheet would run', async () => {
    await using app = await openApplication();
    const table = {
      title: 'Тізім: 1/2',
      headers: ['Аты', 'Балл'],
      rows: [
        ['=HYPERLINK("x")', 12.5],
        [' \n@SUM(1)', null],
      ],
    };
    const written = await app.call('exchange.writeTable', { ...table, format: 'csv' });
    expect(written.fileName).toBe('Тізім 1 2.csv');
    expect(Buffer.from(written.content, 'base64').toString()).toBe(
      '\ufeffАты;Балл\r\n"\'=HYPERLINK(""x"")";12,5\r\n"\' \n@SUM(1)";\r\n',
    );
    const workbook = await app.call('exchange.writeTable', { ...table, format: 'xlsx' });
    const preview = await app.call('exchange.previewPeople', workbook);
    expect(preview.headers).toEqual(['Аты', 'Балл']);
  });
});
