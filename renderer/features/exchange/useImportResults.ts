import { useState } from 'react';
import type { DraftResultRow } from '#shared/contract/exchangeResults.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { ResultField, ResultMapping } from '#shared/domain/exchange/resultColumns.ts';
import { useClient } from '../../client/clientContext.ts';
import { useCommand } from '../../client/queries.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { readTableFile, type TableFile } from './tableFile.ts';

export type ResultsPreview = RouteOutput<'exchange.previewResults'>;

/** What the file does not say itself. */
export interface ResultsSettings {
  competencyId: string | null;
  schemeId: string | null;
  /** Day of rows that name none. */
  date: string | null;
  totalMaxHundredths: number;
}

/** What a column is set to: a field, `part:<code>`, or nothing. */
export type ColumnMeaning = ResultField | `part:${string}` | null;

/** What stands in a column by the mapping. */
export function meaningOf(mapping: ResultMapping, column: number): ColumnMeaning {
  const field = Object.entries(mapping.fields).find(([, at]) => at === column)?.[0];
  if (field !== undefined) return field as ResultField;
  const part = mapping.parts.find((one) => one.column === column);
  return part === undefined ? null : `part:${part.code}`;
}

/** The mapping with one column set anew; what another column was set to before goes. */
export function withMeaning(mapping: ResultMapping, column: number, meaning: ColumnMeaning): ResultMapping {
  const isPart = meaning?.startsWith('part:') === true;
  const code = isPart ? meaning.slice('part:'.length) : null;
  const fields = Object.fromEntries(
    Object.entries(mapping.fields).filter(([field, at]) => at !== column && field !== meaning),
  );
  const parts = mapping.parts.filter((one) => one.column !== column && one.code !== code);
  if (code !== null) return { fields, parts: [...parts, { column, code }] };
  return { fields: meaning === null ? fields : { ...fields, [meaning]: column }, parts };
}

/** Whose result it is by what people chose, or by its name where that is clear; null: nobody yet. */
type Choices = ReadonlyMap<number, string | null>;

/** What is proposed: results that are clear, whole and new; those with faults in cells wait for a decision. */
export function proposedStudent(row: DraftResultRow): string | null {
  const [only] = row.students;
  const isClear = row.students.length === 1 && row.problems.length === 0 && !row.isStored && !row.isBlocked;
  return isClear && only ? only.id : null;
}

/** A file with results on its way in. */
export interface ImportResults {
  file: TableFile | null;
  preview: ResultsPreview | null;
  settings: ResultsSettings;
  error: unknown;
  isReading: boolean;
  isImporting: boolean;
  addToSquad: boolean;
  setAddToSquad: (add: boolean) => void;
  studentOf: (row: DraftResultRow) => string | null;
  setStudent: (line: number, studentId: string | null) => void;
  change: (patch: Partial<ResultsSettings>) => void;
  choose: (file: File) => void;
  setSheet: (sheet: string) => void;
  setColumn: (column: number, meaning: ColumnMeaning) => void;
  submit: (onDone: (result: RouteOutput<'exchange.importResults'>) => void) => void;
}

interface Shape {
  sheet?: string;
  mapping?: ResultMapping;
}

interface Reading {
  file: TableFile | null;
  preview: ResultsPreview | null;
  error: unknown;
  isReading: boolean;
  choose: (file: File) => Promise<void>;
  load: (settings: ResultsSettings, shape: Shape, file?: TableFile) => Promise<void>;
}

/** The chosen file and what it holds. @param onRead called when the results are others than before */
function useReading(settings: ResultsSettings, onRead: () => void): Reading {
  const client = useClient();
  const [file, setFile] = useState<TableFile | null>(null);
  const [preview, setPreview] = useState<ResultsPreview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isReading, setReading] = useState(false);
  const load: Reading['load'] = async (asked, shape, chosen) => {
    const read = chosen ?? file;
    const { competencyId, ...others } = asked;
    if (read === null || competencyId === null) return;
    setReading(true);
    setError(null);
    try {
      setPreview(
        await client.call('exchange.previewResults', { ...read, ...shape, ...others, competencyId }),
      );
      onRead();
    } catch (failure) {
      setPreview(null);
      setError(failure);
    } finally {
      setReading(false);
    }
  };
  const choose: Reading['choose'] = async (chosen) => {
    try {
      const read = await readTableFile(chosen);
      setFile(read);
      setPreview(null);
      await load(settings, {}, read);
    } catch (failure) {
      setError(failure);
    }
  };
  return { file, preview, error, isReading, choose, load };
}

/** Competency, scheme, file, mapping, decisions result by result, and the import itself. */
export function useImportResults(initial: ResultsSettings): ImportResults {
  const language = useLanguage();
  const command = useCommand('exchange.importResults', { offerUndo: true });
  const [settings, setSettings] = useState(initial);
  const [addToSquad, setAddToSquad] = useState(true);
  const [choices, setChoices] = useState<Choices>(new Map());
  const reading = useReading(settings, () => setChoices(new Map()));
  const { file, preview, load } = reading;
  const studentOf = (row: DraftResultRow): string | null =>
    choices.has(row.line) ? (choices.get(row.line) ?? null) : proposedStudent(row);
  return {
    ...{ file, preview, settings, addToSquad, setAddToSquad, studentOf },
    error: reading.error ?? command.error,
    isReading: reading.isReading,
    isImporting: command.isPending,
    setStudent: (line, studentId) => setChoices((before) => new Map(before).set(line, studentId)),
    change: (patch) => {
      const next = { ...settings, ...patch };
      setSettings(next);
      // Another scheme means other columns; what people set stays only while the scheme does.
      const isOther = 'schemeId' in patch || 'competencyId' in patch;
      const shape = preview && { sheet: preview.sheet, ...(isOther ? {} : { mapping: preview.mapping }) };
      void load(next, shape ?? {});
    },
    choose: (chosen) => void reading.choose(chosen),
    setSheet: (sheet) => void load(settings, { sheet }),
    setColumn: (column, meaning) => {
      if (!preview) return;
      const mapping = withMeaning(preview.mapping, column, meaning);
      void load(settings, { sheet: preview.sheet, mapping });
    },
    submit: (onDone) => {
      const { competencyId, ...others } = settings;
      if (!file || !preview || competencyId === null) return;
      const { sheet, mapping } = preview;
      const take = preview.results.flatMap((row) => {
        const studentId = studentOf(row);
        return studentId === null ? [] : [{ line: row.line, studentId }];
      });
      const input = { ...file, ...others, competencyId, sheet, mapping, language, take, addToSquad };
      command.mutate(input, { onSuccess: onDone });
    },
  };
}
