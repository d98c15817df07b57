import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorSentence } from '../i18n/errorSentence.ts';
import { fileNameOf } from '../ui/fileName.ts';
import { notify } from '../ui/notify.ts';
import { SavePdfContext } from '../ui/print/savePdf.ts';
import { saveFile } from '../ui/saveFile.ts';
import { useClient } from './clientContext.ts';
import { useRouteQuery } from './queries.ts';

/** Lets every page be saved as a PDF where main can print its window: once, around the whole program. */
export function PaperProvider({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const canSave = useRouteQuery('paper.getState', {}).data?.pdf === true;
  const save = useCallback(
    async (title: string) => {
      try {
        const { content } = await client.call('paper.makePdf', {});
        const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        saveFile(new Blob([bytes], { type: 'application/pdf' }), fileNameOf(title, 'pdf'));
      } catch (error) {
        notify({ tone: 'bad', message: errorSentence(t, error) });
      }
    },
    [client, t],
  );
  return <SavePdfContext value={canSave ? save : null}>{children}</SavePdfContext>;
}
