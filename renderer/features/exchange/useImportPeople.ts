import { useState } from 'react';
import type { DraftPerson } from '#shared/contract/exchange.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { PeopleField, PeopleMapping } from '#shared/domain/exchange/peopleColumns.ts';
import { useClient } from '../../client/clientContext.ts';
import { useCommand } from '../../client/queries.ts';
import { readTableFile, type TableFile } from './tableFile.ts';

export type Preview = RouteOutput<'exchange.previewPeople'>;

/** What becomes of a row. */
export type RowFate = 'add' | 'complete' | 'skip';

/** What a row may become: one with a problem is left out, one that is there already completes or is left out. */
export function fatesOf(row: DraftPerson): readonly RowFate[] {
  if (row.problems.length > 0) return ['skip'];
  return row.same.length > 0 ? ['complete', 'skip', 'add'] : ['add', 'skip'];
}

/** What is proposed: new people are added, known ones completed, doubles within the file and faulty rows left out. */
export function proposedFate(row: DraftPerson): RowFate {
  if (row.sameAsLine !== null) return 'skip';
  return fatesOf(row)[0] ?? 'skip';
}

/** A file on its way in. */
export interface ImportPeople {
  file: TableFile | null;
  preview: Preview | null;
  error: unknown;
  isReading: boolean;
  isImporting: boolean;
  fateOf: (row: DraftPerson) => RowFate;
  setFate: (line: number, fate: RowFate) => void;
  choose: (file: File) => void;
  setSheet: (sheet: string) => void;
  setColumn: (field: PeopleField, column: number | null) => void;
  submit: (onDone: (result: RouteOutput<'exchange.importPeople'>) => void) => void;
}

function selectionOf(preview: Preview, fateOf: (row: DraftPerson) => RowFate) {
  const add: number[] = [];
  const complete: { line: number; studentId: string }[] = [];
  for (const row of preview.rows) {
    const fate = fateOf(row);
    const known = row.same[0];
    if (fate === 'add') add.push(row.line);
    if (fate === 'complete' && known) complete.push({ line: row.line, studentId: known.id });
  }
  return { add, complete };
}

interface Reading {
  file: TableFile | null;
  preview: Preview | null;
  error: unknown;
  isReading: boolean;
  choose: (file: File) => Promise<void>;
  load: (file: TableFile, options: { sheet?: string; mapping?: PeopleMapping }) => Promise<void>;
}

/** The chosen file and what it holds. @param onRead called when the rows are others than before */
function useReading(onRead: () => void): Reading {
  const client = useClient();
  const [file, setFile] = useState<TableFile | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isReading, setReading] = useState(false);
  const load: Reading['load'] = async (chosen, options) => {
    setReading(true);
    setError(null);
    try {
      setPreview(await client.call('exchange.previewPeople', { ...chosen, ...options }));
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
      await load(read, {});
    } catch (failure) {
      setError(failure);
    }
  };
  return { file, preview, error, isReading, choose, load };
}

/** File, mapping, decisions row by row, and the import itself. */
export function useImportPeople(): ImportPeople {
  const command = useCommand('exchange.importPeople', { offerUndo: true });
  const [fates, setFates] = useState<ReadonlyMap<number, RowFate>>(new Map());
  const { file, preview, error, isReading, choose, load } = useReading(() => setFates(new Map()));
  const fateOf = (row: DraftPerson): RowFate => fates.get(row.line) ?? proposedFate(row);
  return {
    file,
    preview,
    error: error ?? command.error,
    isReading,
    isImporting: command.isPending,
    fateOf,
    setFate: (line, fate) => setFates((before) => new Map(before).set(line, fate)),
    choose: (chosen) => void choose(chosen),
    setSheet: (sheet) => file && void load(file, { sheet }),
    setColumn: (field, column) => {
      if (!file || !preview) return;
      const { [field]: _, ...others } = preview.mapping;
      const mapping = column === null ? others : { ...others, [field]: column };
      void load(file, { sheet: preview.sheet, mapping });
    },
    submit: (onDone) => {
      if (!file || !preview) return;
      const { sheet, mapping } = preview;
      command.mutate({ ...file, sheet, mapping, ...selectionOf(preview, fateOf) }, { onSuccess: onDone });
    },
  };
}
