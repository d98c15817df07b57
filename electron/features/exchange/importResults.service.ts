import { Buffer } from 'node:buffer';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import { matchStudents } from '#shared/domain/exchange/matchStudents.ts';
import { fingerprintOf } from '#shared/domain/exchange/peopleColumns.ts';
import {
  findResultHeaderRow,
  resultFields,
  suggestResultMapping,
  type ResultMapping,
} from '#shared/domain/exchange/resultColumns.ts';
import { listParts, type ResultPart } from '#shared/domain/exchange/resultParts.ts';
import {
  isBlocking,
  readResults,
  type DraftResult,
  type ReadResults,
} from '#shared/domain/exchange/resultRows.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, assertFound } from '../../router/refusal.ts';
import { mappingName, readMapping } from './exchange.repository.ts';
import { readTableFile } from './readTableFile.ts';
import {
  competencyIsThere,
  listAttemptDays,
  listSquad,
  listStudentNames,
  type KnownStudent,
} from './results.repository.ts';
import type { ResultTools, StoredParts } from './resultTools.ts';
import { schemeForResults, type ResultScheme } from './summaryScheme.ts';

type Db = Kysely<Schema>;

type FileInput = Omit<ParsedInput<'exchange.previewResults'>, 'fileName'>;

interface ReadFile extends ReadResults {
  sheets: string[];
  sheet: string;
  headers: string[];
  mapping: ResultMapping;
  remembered: boolean;
  scheme: StoredParts | null;
  all: ResultPart[];
}

const mappingSchema = z.object({
  fields: z.partialRecord(z.enum(resultFields), z.number().int().min(0).max(99)),
  parts: z.array(z.object({ column: z.number().int().min(0).max(99), code: z.string() })),
});

const RESULTS = 'results|';

async function findRemembered(db: Db, headers: readonly string[]): Promise<ResultMapping | null> {
  const row = await readMapping(db, RESULTS + fingerprintOf(headers));
  const parsed = row ? mappingSchema.safeParse(JSON.parse(row.value)) : null;
  return parsed?.success ? parsed.data : null;
}

async function findScheme(db: Db, input: FileInput, tools: ResultTools): Promise<StoredParts | null> {
  assertFound(await competencyIsThere(db, input.competencyId), 'competency');
  if (input.schemeId === null) return null;
  const scheme = await tools.readParts(db, input.schemeId);
  if (!scheme) throw new Refusal('not_found', 'the scheme is not there');
  return scheme;
}

async function readFile(db: Db, input: FileInput, tools: ResultTools): Promise<ReadFile> {
  const scheme = await findScheme(db, input, tools);
  const all = listParts(scheme?.criteria ?? []);
  const file = await readTableFile(Buffer.from(input.content, 'base64'), tools.workbooks);
  const table = file.sheets.find(({ name }) => name === input.sheet) ?? file.sheets[0];
  if (!table || table.rows.length === 0) throw new Refusal('workbook_empty', 'there are no rows');
  const headerRow = findResultHeaderRow(table.rows, all);
  const headers = (table.rows[headerRow] ?? []).slice(0, 100).map((header) => header.trim());
  const remembered = input.mapping ? null : await findRemembered(db, headers);
  const mapping =
    (input.mapping as ResultMapping | undefined) ?? remembered ?? suggestResultMapping(headers, all);
  return {
    sheets: file.sheets.map(({ name }) => name),
    sheet: table.name,
    headers,
    mapping,
    remembered: remembered !== null,
    scheme,
    all,
    ...readResults(table.rows, headerRow, {
      mapping,
      parts: all,
      date: input.date,
      totalMaxHundredths: input.totalMaxHundredths,
    }),
  };
}

/** Students by folded surname, so that a row is compared with a few and not with thousands. */
function indexBySurname(students: readonly KnownStudent[]): (draft: DraftResult) => KnownStudent[] {
  const index = Map.groupBy(students, ({ surname }) => foldForSearch(surname));
  return (draft) => matchStudents(draft, index.get(foldForSearch(draft.surname)) ?? []);
}

const nameOf = ({ surname, givenName, patronymic }: Omit<KnownStudent, 'id' | 'groupName'>): string =>
  [surname, givenName, patronymic].filter((part) => part !== '').join(' ');

function sumOf(draft: DraftResult, parts: ReadonlyMap<string, ResultPart>): { sum: number; max: number } {
  let sum = 0;
  let max = 0;
  for (const { code, entry } of draft.marks) {
    if (entry.kind === 'points') sum += entry.markHundredths;
    if (entry.kind !== 'not_attempted') max += parts.get(code)?.maxHundredths ?? 0;
  }
  return { sum, max };
}

const shownPart = ({ code, name, level, maxHundredths }: ResultPart) => ({
  code,
  name,
  level,
  maxHundredths,
});

/** Reads a file and says of each result what would become of it. Nothing is stored. @throws Refusal */
export async function previewResults(
  db: Db,
  input: ParsedInput<'exchange.previewResults'>,
  tools: ResultTools,
): Promise<RouteOutput<'exchange.previewResults'>> {
  const file = await readFile(db, input, tools);
  const find = indexBySurname(await listStudentNames(db));
  const stored = await listAttemptDays(db, input.competencyId);
  const parts = new Map(file.parts.map((part) => [part.code, part]));
  const { sheets, sheet, headers, mapping, remembered, level, isFraction } = file;
  return {
    ...{ sheets, sheet, headers, mapping, remembered, level, isFraction },
    choices: file.all.map(shownPart),
    parts: file.parts.map(shownPart),
    results: file.results.map((draft) => {
      const students = find(draft).slice(0, 20);
      const { sum, max } = sumOf(draft, parts);
      return {
        line: draft.line,
        name: nameOf(draft),
        groupName: draft.groupName,
        date: draft.date,
        markCount: draft.marks.filter(({ entry }) => entry.kind !== 'not_attempted').length,
        notAttemptedCount: draft.marks.filter(({ entry }) => entry.kind === 'not_attempted').length,
        sumHundredths: sum,
        maxHundredths: max,
        problems: draft.problems.slice(0, 100),
        isBlocked: draft.problems.some(isBlocking),
        students: students.map((one) => ({ id: one.id, name: nameOf(one), groupName: one.groupName })),
        isStored: students.some(({ id }) => stored.has(`${id} ${draft.date ?? ''}`)),
      };
    }),
  };
}

async function remember(work: Work, file: ReadFile): Promise<void> {
  const fingerprint = RESULTS + fingerprintOf(file.headers);
  const value = JSON.stringify(file.mapping);
  const known = await readMapping(work.db, fingerprint);
  if (known) await work.update('settings', known.id, { value });
  else work.insert('settings', { id: work.newId(), name: mappingName(fingerprint), value });
}

interface Taken {
  draft: DraftResult;
  studentId: string;
  date: string;
}

/** The results that people took. @throws Refusal `conflict`: the preview was of another file, or a student is gone */
function takeResults(
  file: ReadFile,
  input: ParsedInput<'exchange.importResults'>,
  students: ReadonlySet<string>,
): Taken[] {
  const byLine = new Map(file.results.map((draft) => [draft.line, draft]));
  const used = new Set<string>();
  return input.take.map(({ line, studentId }) => {
    const draft = byLine.get(line);
    const key = `${studentId} ${draft?.date ?? ''}`;
    const date = draft?.problems.some(isBlocking) === false ? draft.date : null;
    if (!draft || date === null || !students.has(studentId) || used.has(key)) {
      throw new Refusal('conflict', 'the result cannot be taken');
    }
    used.add(key);
    return { draft, studentId, date };
  });
}

/** One day's results: a session with an attempt for each student. @returns how many marks were stored */
async function storeDay(
  work: Work,
  tools: ResultTools,
  day: { competencyId: string; date: string; notes: string; taken: readonly Taken[]; scheme: ResultScheme },
): Promise<number> {
  const { competencyId, date, notes, taken, scheme } = day;
  const session = { competencyId, date, durationMinutes: null, workshop: '', expertId: null, notes };
  const sessionId = await tools.createSession(work, session);
  const attemptIds = await tools.addAttempts(work, {
    sessionId,
    schemeId: scheme.schemeId,
    studentIds: taken.map(({ studentId }) => studentId),
    subCriterionIds: [...new Set([...scheme.places.values()].map(({ subCriterionId }) => subCriterionId))],
  });
  const marks = taken.flatMap(({ draft }, index) =>
    draft.marks.flatMap(({ code, entry }) => {
      const aspectId = scheme.places.get(code)?.aspectId;
      const attemptId = attemptIds[index];
      return aspectId === undefined || attemptId === undefined ? [] : [{ attemptId, aspectId, entry }];
    }),
  );
  await tools.setMarks(work, marks);
  return marks.length;
}

async function joinSquad(work: Work, competencyId: string, taken: readonly Taken[]): Promise<number> {
  const squad = new Set((await listSquad(work.db, competencyId)).map(({ id }) => id));
  const since = new Map<string, string>();
  for (const { studentId, date } of taken) {
    const first = since.get(studentId);
    if (!squad.has(studentId) && (first === undefined || date < first)) since.set(studentId, date);
  }
  work.insertMany(
    'candidates',
    [...since].map(([studentId, date]) => ({
      id: work.newId(),
      competency_id: competencyId,
      student_id: studentId,
      status: 'training',
      since: date,
      target_hundredths: null,
      notes: '',
    })),
  );
  return since.size;
}

/**
 * Stores the results that people took: a session for each day, an attempt for each result, all as one action. Sums that
 * nobody has split are stored at a scheme of their own with one aspect for each part.
 * @throws Refusal
 */
export async function importResults(
  input: ParsedInput<'exchange.importResults'>,
  db: Db,
  tools: ResultTools & { write: <T>(body: (work: Work) => Promise<T>) => Promise<T> },
): Promise<RouteOutput<'exchange.importResults'>> {
  const file = await readFile(db, input, tools);
  const { competencyId, language } = input;
  return tools.write(async (work) => {
    const students = new Set((await listStudentNames(work.db)).map(({ id }) => id));
    const taken = takeResults(file, input, students);
    const { level, parts, all, scheme } = file;
    const place = { level, parts, all, scheme, competencyId, language };
    const target = await schemeForResults(work, tools, place);
    const codes = new Set(parts.map(({ code }) => code));
    const places = new Map([...target.places].filter(([code]) => codes.has(code)));
    const days = Map.groupBy(taken, ({ date }) => date);
    let marks = 0;
    for (const [date, ofDay] of [...days].toSorted(([a], [b]) => a.localeCompare(b))) {
      const day = { competencyId, date, notes: input.fileName, taken: ofDay, scheme: { ...target, places } };
      marks += await storeDay(work, tools, day);
    }
    const candidates = input.addToSquad ? await joinSquad(work, competencyId, taken) : 0;
    await remember(work, file);
    work.describe({ count: taken.length });
    return { sessions: days.size, attempts: taken.length, marks, candidates };
  });
}
