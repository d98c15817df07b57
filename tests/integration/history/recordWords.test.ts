import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, type Language } from '#shared/contract/app.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Database } from '../../../electron/database/database.ts';
import { entityNames, type EntityName } from '../../../electron/database/schema/schema.ts';
import {
  partsOfRecords,
  recordHistory,
  referredTables,
} from '../../../electron/features/history/recordHistory.service.ts';
import { formatFor } from '../../../renderer/i18n/format.ts';
import { fieldSentence, hasWord, type ChangeWords } from '../../../renderer/records/changeWords.ts';
import { openApplication } from '../../helpers/application.ts';
import { listRendererSources } from '../../helpers/rendererSources.ts';
import { createTranslator } from '../../helpers/translator.ts';

type Value = string | number | null;
type Row = Record<string, Value>;
type Changes = RouteOutput<'history.ofRecord'>['changes'];

const ACTOR = { id: 'tester', name: 'Сынаушы' };
const UUID = /[\da-f]{8}-[\da-f]{4}-7/;
/** What no form changes: the program keeps them itself. */
const KEPT = new Set([
  'id',
  'created_at',
  'updated_at',
  'deleted_at',
  'search_text',
  'sha256',
  'fingerprint',
]);
/** What only the catalogue says, which no person changes. */
const BY_CATALOGUE = new Set(['competencies.attested_kk', 'competencies.attested_ru', 'competencies.kind']);
/** Words of the program, not of people: `in_progress`. */
const isCode = (value: Value): value is string =>
  typeof value === 'string' && /^[a-z]+(?:_[a-z]+)*$/.test(value);

/** Kinds of records below whose form their history stands. */
function listKinds(): EntityName[] {
  const found = listRendererSources().flatMap(({ tree }) =>
    [...tree.text.matchAll(/<(?:HistoryFold|RecordHistory) entity="([a-z_]+)"/g)].map(([, name]) => name),
  );
  return entityNames.filter((name) => found.includes(name));
}

const kinds = listKinds();
let database: Database;
let folder = '';
const words = new Map<Language, ChangeWords>();

beforeAll(async () => {
  for (const language of languages) {
    const texts = await createTranslator(language);
    words.set(language, {
      t: texts.t,
      format: formatFor(language),
      language,
      exists: (key) => texts.exists(key),
    });
  }
  const app = await openApplication({ sample: true });
  folder = app.dataFolder;
  await app.application.stop();
  database = await Database.open({
    file: join(folder, 'sample', 'shyng.sqlite'),
    backupFolder: join(folder, 'backups'),
    deviceId: '019b76da-0000-7000-8000-000000000001',
    wallClock: Date.now,
  });
  // The sample college buys nothing.
  await database.commit({ name: 'base.createPurchase', actor: ACTOR }, async (work) => {
    work.insert('purchases', {
      id: work.newId(),
      competency_id: null,
      item_id: null,
      name: 'Бұрғы',
      quantity_hundredths: 100,
      unit: 'дана',
      price_tiyn: null,
      supplier: '',
      priority: 'normal',
      expert_id: null,
      due_date: null,
      state: 'planned',
      notes: '',
      search_text: '',
    });
    await Promise.resolve();
  });
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function readRows(entity: string): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select * from ${sql.table(entity)} where deleted_at is null limit 200`.execute(
      database.db,
    );
  return rows;
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** Other codes, numbers, days or texts for a column. */
async function plainValues(entity: string, column: string, rows: Row[]): Promise<Value[]> {
  const value = rows[0]?.[column] ?? null;
  const held = rows.map((row) => row[column] ?? null).filter((one) => one !== null && one !== '');
  if (held.length > 0 && held.every(isCode)) {
    const others = [...new Set(held)].filter((one) => one !== value);
    return [...others, 'Жаңа мән'];
  }
  const { rows: types } = await sql<{ type: string }>`
    select type from pragma_table_info(${entity}) where name = ${column}`.execute(database.db);
  if (types[0]?.type.toLowerCase() === 'integer') return [typeof value === 'number' ? value + 1 : 1];
  return [typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? '2031-02-03' : 'Жаңа мән'];
}

/** Other values that the column could hold: each code there is, a record, a list, a day or a text. */
async function otherValues(entity: string, column: string, rows: Row[]): Promise<Value[]> {
  const value = rows[0]?.[column] ?? null;
  const table = referredTables[column];
  if (table !== undefined) {
    const other = (await readRows(table)).find(({ id }) => id !== value);
    return other === undefined ? [] : [other['id'] ?? null];
  }
  if (column.endsWith('_json')) {
    const list: unknown = JSON.parse(typeof value === 'string' ? value : '[]');
    return [isList(list) ? JSON.stringify([...list, 7]) : '{"other":1}'];
  }
  return plainValues(entity, column, rows);
}

/** Changes each field of a record, each time in an action of its own. @returns the columns that were changed */
async function changeEach(entity: EntityName, rows: Row[]): Promise<string[]> {
  const [row] = rows;
  const changed: string[] = [];
  for (const column of Object.keys(row ?? {})) {
    if (KEPT.has(column) || BY_CATALOGUE.has(`${entity}.${column}`)) continue;
    for (const value of await otherValues(entity, column, rows)) {
      await database.commit({ name: 'settings.update', actor: ACTOR }, async (work) => {
        await work.update(entity, String(row?.['id']), { [column]: value });
      });
      changed.push(column);
    }
  }
  return changed;
}

/** What must not stand in a sentence for people: names of columns, ids, keys of texts, codes. */
function findRaw(sentence: string, column: string, language: Language): string[] {
  const raw = [
    ...(sentence.includes('_') ? ['underscore'] : []),
    ...(UUID.test(sentence) ? ['id'] : []),
    ...(sentence.includes('history:') || sentence.includes('undefined') ? ['key'] : []),
    ...(/\d{4}-\d{2}-\d{2}/.test(sentence) ? ['day'] : []),
    ...(language !== 'en' && /(?<![\w.@-])[a-z]{3,}(?![\w.@-])/.test(sentence) ? ['code'] : []),
  ];
  return raw.map((kind) => `${column} (${kind}): ${sentence}`);
}

function describeChanges(entity: string, changes: Changes, language: Language): string[] {
  const spoken = words.get(language);
  if (spoken === undefined) return ['no words'];
  return changes.flatMap(({ fields }) =>
    fields.flatMap((field) =>
      hasWord(spoken, field)
        ? findRaw(fieldSentence(spoken, entity, field), field.name, language)
        : [`${field.name} has no word`],
    ),
  );
}

describe('the history of every kind of record that has a form', () => {
  test('there are such records, and each kind has rows in the college', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(23);
  });

  test.each(kinds)('%s: each field that changes is told in words, in three languages', async (entity) => {
    const rows = await readRows(entity);
    expect(rows.length, 'rows').toBeGreaterThan(0);
    const columns = await changeEach(entity, rows);
    const { changes } = await recordHistory(database.db, entity, String(rows[0]?.['id']));
    const mine = changes.filter(
      ({ action }) => action.actorName === ACTOR.name && action.name === 'settings.update',
    );
    expect(mine.map(({ fields }) => fields.map(({ name }) => name)).toSorted()).toEqual(
      columns.map((column) => [column]).toSorted(),
    );
    expect(columns.length).toBeGreaterThan(1);
    for (const language of languages) {
      expect(describeChanges(entity, mine, language), language).toEqual([]);
    }
  });

  test('columns that refer to records are known as such, and parts belong to their records', async () => {
    const { rows } = await sql<{ entity: string; column: string; target: string }>`
      select s.name as entity, f."from" as "column", f."table" as target
      from sqlite_schema s, pragma_foreign_key_list(s.name) f where s.type = 'table'`.execute(database.db);
    const ofForms = rows.filter(({ entity }) => kinds.some((kind) => kind === entity));
    expect(ofForms.length).toBeGreaterThan(30);
    for (const { entity, column, target } of ofForms) {
      expect([entity, column, referredTables[column]]).toEqual([entity, column, target]);
    }
    for (const [entity, parts] of Object.entries(partsOfRecords)) {
      for (const { table, column } of parts) {
        expect(rows).toContainEqual({ entity: table, column, target: entity });
        for (const language of languages) {
          expect(words.get(language)?.exists(`history:column.${table}`), `${language} ${table}`).toBe(true);
        }
      }
    }
  });
});
