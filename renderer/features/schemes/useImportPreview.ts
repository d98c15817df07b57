import { useMutation } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';
import { readWorkbookFile } from './workbookFile.ts';
import type { WorkbookFile } from './workbookFile.ts';

/** What a workbook would become; nothing is stored yet. */
export interface ImportPreview {
  file: WorkbookFile;
  answer: RouteOutput<'schemes.importWorkbook'>;
}

/** Reads a workbook without storing anything. */
export function useImportPreview(): UseMutationResult<ImportPreview, CallFailure, File> {
  const client = useClient();
  return useMutation<ImportPreview, CallFailure, File>({
    mutationKey: ['schemes.importWorkbook', 'preview'],
    meta: { quiet: true },
    mutationFn: async (chosen) => {
      const file = await readWorkbookFile(chosen);
      return { file, answer: await client.call('schemes.importWorkbook', { ...file, dryRun: true }) };
    },
  });
}
