import type { WebContents } from 'electron';

/**
 * The page as a PDF file: on the paper that its styles ask for, with the words to be read and searched, and with the
 * headings as an outline.
 * @throws Error when there is no window, or it cannot print now
 */
export async function printPdf(contents: WebContents | undefined): Promise<Uint8Array> {
  if (contents === undefined || contents.isDestroyed()) throw new Error('no window is open');
  return contents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}
