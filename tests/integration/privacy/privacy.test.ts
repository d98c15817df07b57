import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Database } from '../../../electron/database/database.ts';
import { entityNames } from '../../../electron/database/schema/schema.ts';
import { languages } from '#shared/contract/app.ts';
import { registry } from '#shared/contract/registry.ts';
import { ageOn, findConsentGap } from '#shared/domain/privacy/consents.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { backUp, previewOf } from '../../helpers/backup.ts';
import { texts } from '../../helpers/catalogues.ts';
import { aStudent } from '../../helpers/entries.ts';
import { setUpTraining } from '../../helpers/training.ts';

const SURNAME = 'Жұмағазыұлы';
const GIVEN = 'Ерқанат';
const GUARDIAN = 'Сәулебике';

const consent = (studentId: string) => ({
  studentId,
  purpose: 'training' as const,
  state: 'given' as const,
  givenOn: '2026-09-01',
  validUntil: null,
  person: GUARDIAN,
  relation: 'mother' as const,
  notes: `${SURNAME} анасы`,
});

/** Files below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** Files that hold any of the texts, as UTF-8 or UTF-16. */
function filesWith(folder: string, texts: readonly string[]): string[] {
  return filesIn(folder).filter((path) => {
    const content = readFileSync(path);
    return texts.some((text) => content.includes(text) || content.includes(Buffer.from(text, 'utf16le')));
  });
}

/** A student with marks, a file, consents, edits and an undone removal. */
async function aWholeStudent(
  app: TestApplication,
): Promise<{ id: string; attemptId: string; aspectId: string }> {
  const { studentIds, attemptIds, aspects, sessionId } = await setUpTraining(app);
  const id = studentIds[0] ?? '';
  const fields = aStudent({
    surname: SURNAME,
    givenName: GIVEN,
    notes: `${GIVEN} ынталы`,
    birthDate: '2009-03-04',
  });
  await app.call('people.updateStudent', { id, ...fields });
  await app.call('people.updateStudent', { id, ...fields, notes: `${SURNAME} ауырды`, groupName: 'ТЖ-9' });
  await app.call('people.removeStudent', { id });
  await app.call('history.undo', {});
  await app.call('privacy.recordConsent', consent(id));
  const [attemptId, aspectId] = [attemptIds[0] ?? '', aspects[0]?.id ?? ''];
  await app.call('training.setMarks', { marks: [{ attemptId, aspectId, entry: { kind: 'not_attempted' } }] });
  await app.call('practice.addIncident', {
    sessionId,
    studentId: id,
    category: 'other',
    note: `${SURNAME} құлады`,
  });
  const content = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n').toString('base64');
  await app.call('attachments.add', { entity: 'students', ownerId: id, fileName: `${SURNAME}.pdf`, content });
  return { id, attemptId, aspectId };
}

describe('erasure', () => {
  test('leaves no name in database, history, new backups and exports, and keeps the marks', async () => {
    await using app = await openApplication();
    const { id } = await aWholeStudent(app);
    const names = [SURNAME, GIVEN, GUARDIAN];
    const before = await app.call('privacy.inspect', { studentId: id });
    expect(before.name).toContain(SURNAME);
    expect(before.holdings.map(({ table }) => table)).toContain('incidents');
    expect(before.attempts).toHaveLength(1);
    expect(before.attachments).toEqual([`${SURNAME}.pdf`]);
    expect(filesWith(app.dataFolder, names).length).toBeGreaterThan(0);

    expect(await app.call('privacy.erase', { studentId: id, reason: 'request' })).toEqual({
      olderBackups: 0,
    });
    // What is packed hides a name from a search: both are unpacked first.
    await previewOf(app, await backUp(app));
    const { path } = await app.call('backup.exportCollege', { task: 't' });
    const exported = Object.entries(unzipSync(readFileSync(path)));
    expect(exported.map(([name]) => name)).toContain('data/students-0001.ndjson');
    for (const [name, content] of exported) {
      const text = Buffer.from(content).toString();
      expect([name, names.filter((one) => text.includes(one))]).toEqual([name, []]);
    }
    const after = await app.call('privacy.inspect', { studentId: id });
    expect(after.attempts).toEqual(before.attempts);
    expect(after.attachments).toEqual([]);
    expect(JSON.stringify(after)).not.toContain(SURNAME);
    const { changes } = await app.call('history.ofRecord', { entity: 'students', rowId: id });
    expect(JSON.stringify(changes)).not.toContain(GIVEN);
    // Not even undo brings a name back.
    expect(await app.refused('history.undo', {})).toMatch(/undo_blocked|nothing_to_undo|ok/);
    await app.application.stop();
    expect(filesIn(join(app.dataFolder, 'restore')).some((name) => name.endsWith('.sqlite'))).toBe(true);
    expect(filesWith(app.dataFolder, names)).toEqual([]);
    const file = join(app.dataFolder, 'shyng.sqlite');
    const database = await Database.open({
      file,
      backupFolder: app.dataFolder,
      deviceId: crypto.randomUUID(),
      wallClock: Date.now,
    });
    expect(await database.findLogDifferences()).toEqual([]);
    await database.close();
    await app.restart();
    expect((await app.call('privacy.getOverview', {})).erasures).toHaveLength(1);
  });

  test('tells that older backups still hold the name', async () => {
    await using app = await openApplication();
    const { id } = await app.call('people.createStudent', aStudent({ surname: SURNAME }));
    const fileName = await backUp(app);
    expect(await app.call('privacy.erase', { studentId: id, reason: 'mistake' })).toEqual({
      olderBackups: 1,
    });
    await app.call('backup.remove', { fileName });
    await previewOf(app, await backUp(app));
    expect(await app.refused('privacy.erase', { studentId: crypto.randomUUID(), reason: 'request' })).toBe(
      'not_found',
    );
  });
});

describe('consents', () => {
  test('are kept with guardian and purpose, and missing ones are told', async () => {
    await using app = await openApplication({ wallClock: () => Date.parse('2026-10-01T06:00:00Z') });
    const { id } = await app.call(
      'people.createStudent',
      aStudent({ consent: 'unknown', birthDate: '2010-05-05' }),
    );
    await app.call('people.createStudent', aStudent({ surname: 'Кеткен', status: 'graduated' }));
    const gaps = async (): Promise<string[]> =>
      (await app.call('privacy.getOverview', {})).gaps.map(({ gap }) => gap);
    expect(await gaps()).toEqual(['missing']);
    await app.call('privacy.recordConsent', { ...consent(id), relation: 'self' });
    expect(await gaps()).toEqual(['guardian_needed']);
    await app.call('privacy.recordConsent', {
      ...consent(id),
      givenOn: '2026-09-02',
      validUntil: '2026-09-30',
    });
    expect(await gaps()).toEqual(['expired']);
    const { id: last } = await app.call('privacy.recordConsent', { ...consent(id), givenOn: '2026-09-03' });
    expect(await gaps()).toEqual([]);
    // The list of students says the same.
    expect((await app.call('people.getStudent', { id })).consent).toBe('given');
    await app.call('privacy.removeConsent', { id: last });
    expect((await app.call('privacy.listConsents', { studentId: id })).gap).toBe('expired');
  });

  test('age counts whole years', () => {
    expect(ageOn('2008-03-01', '2026-02-28')).toBe(17);
    expect(ageOn('2008-03-01', '2026-03-01')).toBe(18);
    const facts = {
      purpose: 'training' as const,
      state: 'given' as const,
      givenOn: '2026-01-01',
      validUntil: null,
      relation: 'self' as const,
    };
    expect(findConsentGap([facts], '2008-03-01', '2026-03-01')).toBe('none');
    expect(findConsentGap([{ ...facts, state: 'withdrawn' }], null, '2026-03-01')).toBe('no_longer');
  });

  test('who left long ago is due for erasure', async () => {
    let now = Date.parse('2021-06-01T06:00:00Z');
    await using app = await openApplication({ wallClock: () => now });
    await app.call('people.createStudent', aStudent({ status: 'graduated' }));
    now = Date.parse('2024-06-02T06:00:00Z');
    expect((await app.call('privacy.getOverview', {})).due).toHaveLength(1);
    await app.call('privacy.setRetention', { years: 5 });
    expect((await app.call('privacy.getOverview', {})).due).toEqual([]);
  });
});

describe('the report of what is held', () => {
  test('has a word for each table and column that can stand in it, in each language', async () => {
    await using app = await openApplication();
    await app.application.stop();
    const driver = new SqliteDriver(join(app.dataFolder, 'shyng.sqlite'), { readonly: true });
    const columnsOf = (table: string): { name: string }[] =>
      driver.pragma(`table_info(${table})`) as { name: string }[];
    const refers = (table: string): boolean =>
      (driver.pragma(`foreign_key_list(${table})`) as { table: string }[]).some(
        (key) => key.table === 'students',
      );
    const tables = entityNames.filter((name) => name === 'students' || refers(name));
    const columns = tables.flatMap((table) => columnsOf(table).map(({ name }) => name));
    driver.close();
    expect(tables.length).toBeGreaterThan(10);
    const technical = /^(?:id|created_at|updated_at|deleted_at|search_text|sha256)$|_id$|_json$/;
    const needed = [
      ...tables.map((table) => `privacy:table.${table}`),
      ...columns.filter((name) => !technical.test(name)).map((name) => `history:column.${name}`),
    ];
    for (const language of languages) {
      const known = new Set((texts.get(language) ?? []).map(({ key }) => key));
      expect(needed.filter((key) => !known.has(key))).toEqual([]);
    }
  });
});

describe('logs', () => {
  test('never hold what people typed, whatever fails', async () => {
    await using app = await openApplication();
    const { id } = await app.call('people.createStudent', aStudent({ surname: SURNAME, givenName: GIVEN }));
    await app.refused('people.updateStudent', { id, surname: SURNAME });
    app.application.logError('test', new Error(`could not store ${SURNAME} ${GIVEN}`));
    app.application.logError('test', SURNAME);
    await app.refused('backup.preview', { source: { kind: 'path', path: `/${SURNAME}.shyng` }, task: 't' });
    // Every route, with names where it expects none.
    const ask = (route: string): unknown =>
      app.application.dispatch(
        route,
        { id, surname: SURNAME, name: SURNAME, text: SURNAME, search: GIVEN, [SURNAME]: GIVEN },
        { kind: 'trusted', door: 'window' },
      );
    for (const route of Object.keys(registry)) await ask(route);
    app.application.logError(
      'test',
      Object.assign(new Error('x'), { cause: new Error(SURNAME), detail: GIVEN }),
    );
    const logs = filesIn(join(app.dataFolder, 'logs'));
    expect(logs).toHaveLength(1);
    expect(filesWith(join(app.dataFolder, 'logs'), [SURNAME, GIVEN])).toEqual([]);
  });
});
