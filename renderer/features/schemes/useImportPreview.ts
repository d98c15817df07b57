import { useMutation } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { MappingInput } from '#shared/contract/schemes.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';
import { readWorkbookFile } from './workbookFile.ts';
import type { WorkbookFile } from './workbookFile.ts';

/** What a workbook would become; nothing is stored yet. */
export interface ImportPreview {
  file: WorkbookFile;
  answer: RouteOutput<'schemes.importWorkbook'>;
  /** What a person said about the columns; null: the layout is known. */
  mapping: MappingInput | null;
}

/** A file to be read, maybe by what a person said about it. */
export interface ChosenFile {
  file: File;
  mapping: MappingInput | null;
}

/** Reads a workbook without storing anything. */
export function useImportPreview(): UseMutationResult<ImportPreview, CallFailure, ChosenFile> {
  const client = useClient();
  return useMutation<ImportPreview, CallFailure, ChosenFile>({
    mutationKey: ['schemes.importWorkbook', 'preview'],
    meta: { quiet: true },
    mutationFn: async ({ file: chosen, mapping }) => {
      const file = await readWorkbookFile(chosen);
      const input = { ...file, dryRun: true, ...(mapping === null ? {} : { mapping }) };
      return { file, mapping, answer: await client.call('schemes.importWorkbook', input) };
    },
  });
}
