import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Saves what the page would print as a PDF file with this name; tells itself when it cannot. Never rejects.
 * @param title what the paper is about, in the language of the screen
 */
export type SavePdf = (title: string) => Promise<void>;

/** Null: the program itself makes no PDF files here; the print window of the browser does. */
export const SavePdfContext = createContext<SavePdf | null>(null);

/** What can be done with a paper here, in one sentence. */
export function usePaperHint(): string {
  const { t } = useTranslation();
  return t(useContext(SavePdfContext) === null ? 'common:print.hint' : 'common:print.hintHere');
}
