import { Buffer } from 'node:buffer';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { DraftPerson } from '#shared/contract/exchange.ts';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import {
  findHeaderRow,
  fingerprintOf,
  peopleFields,
  suggestMapping,
  type PeopleMapping,
} from '#shared/domain/exchange/peopleColumns.ts';
import { readPeople, type DraftRow, type DraftStudent } from '#shared/domain/exchange/peopleRows.ts';
import { mayBeSamePerson } from '#shared/domain/people/duplicates.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import type { Work } from '../../database/changes/work.ts';
import type { StudentTable } from '../../database/schema/people.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal } from '../../router/refusal.ts';
import type { WorkbookReader } from '../../workers/readWorkbook.ts';
import { listKnownStudents, mappingName, readMapping } from './exchange.repository.ts';
import { readTableFile } from './readTableFile.ts';

type FileInput = Pick<ParsedInput<'exchange.previewPeople'>, 'content' | 'sheet' | 'mapping'>;
type Known = Selectable<StudentTable>;

const mappingSchema = z.partialRecord(z.enum(peopleFields), z.number().int().min(0).max(99));

interface ReadFile {
  sheets: string[];
  sheet: string;
  headers: string[];
  mapping: PeopleMapping;
  remembered: boolean;
  drafts: DraftRow[];
}

async function findRemembered(db: Kysely<Schema>, headers: readonly string[]): Promise<PeopleMapping | null> {
  const row = await readMapping(db, fingerprintOf(headers));
  const parsed = row ? mappingSchema.safeParse(JSON.parse(row.value)) : null;
  return parsed?.success ? parsed.data : null;
}

async function readFile(db: Kysely<Schema>, input: FileInput, workbooks: WorkbookReader): Promise<ReadFile> {
  const file = await readTableFile(Buffer.from(input.content, 'base64'), workbooks);
  const table = file.sheets.find(({ name }) => name === input.sheet) ?? file.sheets[0];
  if (!table || table.rows.length === 0) throw new Refusal('workbook_empty', 'there are no rows');
  const headerRow = findHeaderRow(table.rows);
  const headers = table.rows[headerRow] ?? [];
  const remembered = input.mapping ? null : await findRemembered(db, headers);
  const mapping = (input.mapping as PeopleMapping | undefined) ?? remembered ?? suggestMapping(headers);
  return {
    sheets: file.sheets.map(({ name }) => name),
    sheet: table.name,
    headers: headers.map((header) => header.trim()),
    mapping,
    remembered: remembered !== null,
    drafts: readPeople(table.rows, headerRow, mapping),
  };
}

const toPerson = (row: Known) => ({
  surname: row.surname,
  givenName: row.given_name,
  patronymic: row.patronymic,
  birthDate: row.birth_date,
});

/** Students by folded surname, so that a row is compared with a few and not with thousands. */
function indexBySurname(known: readonly Known[]): Map<string, Known[]> {
  const index = new Map<string, Known[]>();
  for (const row of known) {
    const key = foldForSearch(row.surname);
    index.set(key, [...(index.get(key) ?? []), row]);
  }
  return index;
}

function findSame(index: ReadonlyMap<string, Known[]>, student: DraftStudent): Known[] {
  const near = index.get(foldForSearch(student.surname)) ?? [];
  return near.filter((row) => mayBeSamePerson(toPerson(row), student));
}

const toDraft = (draft: DraftRow, same: readonly Known[]): DraftPerson => ({
  ...draft,
  same: same.map((row) => ({
    id: row.id,
    name: [row.surname, row.given_name, row.patronymic].filter((part) => part !== '').join(' '),
    groupName: row.group_name,
    birthDate: row.birth_date,
  })),
});

/** Reads a file and says of each row what would become of it. Nothing is stored. @throws Refusal */
export async function previewPeople(
  db: Kysely<Schema>,
  input: ParsedInput<'exchange.previewPeople'>,
  workbooks: WorkbookReader,
): Promise<RouteOutput<'exchange.previewPeople'>> {
  const { drafts, ...file } = await readFile(db, input, workbooks);
  const index = indexBySurname(await listKnownStudents(db));
  return { ...file, rows: drafts.map((draft) => toDraft(draft, findSame(index, draft.student))) };
}

function insertStudent(work: Work, student: DraftStudent): void {
  work.insert('students', {
    id: work.newId(),
    surname: student.surname,
    given_name: student.givenName,
    patronymic: student.patronymic,
    sex: null,
    birth_date: student.birthDate,
    group_name: student.groupName,
    course: student.course,
    speciality: student.speciality,
    status: 'active',
    consent: 'unknown',
    consent_date: null,
    notes: student.notes,
    search_text: foldForSearch(student.surname, student.givenName, student.patronymic),
  });
}

/** Fills what is empty: what people entered themselves stays. */
function completeStudent(work: Work, known: Known, student: DraftStudent): boolean {
  const before = work.changes.length;
  const patronymic = known.patronymic || student.patronymic;
  work.updateKnown(
    'students',
    { ...known },
    {
      patronymic,
      birth_date: known.birth_date ?? student.birthDate,
      group_name: known.group_name || student.groupName,
      course: known.course ?? student.course,
      speciality: known.speciality || student.speciality,
      notes: known.notes || student.notes,
      search_text: foldForSearch(known.surname, known.given_name, patronymic),
    },
  );
  return work.changes.length > before;
}

async function remember(work: Work, headers: readonly string[], mapping: PeopleMapping): Promise<void> {
  const fingerprint = fingerprintOf(headers);
  const value = JSON.stringify(mapping);
  const known = await readMapping(work.db, fingerprint);
  if (known) await work.update('settings', known.id, { value });
  else work.insert('settings', { id: work.newId(), name: mappingName(fingerprint), value });
}

/**
 * Stores the rows that people took, all as one action. A row that has a problem, or is not in the file any more, is a
 * conflict: the preview was of another file.
 * @throws Refusal
 */
export async function importPeople(
  input: ParsedInput<'exchange.importPeople'>,
  tools: {
    db: Kysely<Schema>;
    workbooks: WorkbookReader;
    write: <T>(body: (work: Work) => Promise<T>) => Promise<T>;
  },
): Promise<RouteOutput<'exchange.importPeople'>> {
  const file = await readFile(tools.db, input, tools.workbooks);
  const byLine = new Map(file.drafts.map((draft) => [draft.line, draft]));
  const wanted = (line: number): DraftStudent => {
    const draft = byLine.get(line);
    if (!draft || draft.problems.length > 0) throw new Refusal('conflict', 'the row cannot be taken');
    return draft.student;
  };
  return tools.write(async (work) => {
    const known = new Map((await listKnownStudents(work.db)).map((row) => [row.id, row]));
    const added = [...new Set(input.add)];
    for (const line of added) insertStudent(work, wanted(line));
    let completed = 0;
    for (const { line, studentId } of input.complete) {
      const row = known.get(studentId);
      if (!row) throw new Refusal('conflict', 'the student is not there any more');
      if (completeStudent(work, row, wanted(line))) completed += 1;
      known.delete(studentId);
    }
    await remember(work, file.headers, file.mapping);
    work.describe({ count: added.length + completed });
    return { added: added.length, completed };
  });
}
