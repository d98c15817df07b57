import { useMutation } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import type { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';
import { saveFile } from '../../ui/saveFile.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Saves a scheme as a workbook in the layout of CIS; a refusal is told in a notice. */
export function useExportScheme(): UseMutationResult<unknown, CallFailure, string> {
  const client = useClient();
  return useMutation<unknown, CallFailure, string>({
    mutationKey: ['schemes.exportWorkbook'],
    mutationFn: async (id) => {
      const { fileName, content } = await client.call('schemes.exportWorkbook', { id });
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      saveFile(new Blob([bytes], { type: XLSX }), fileName);
    },
  });
}
