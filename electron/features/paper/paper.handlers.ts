import { Buffer } from 'node:buffer';
import type { FeatureHandlers } from '../../router/handlers.ts';
import { Refusal } from '../../router/refusal.ts';

/** Prints what the window shows to a file's bytes; null: there is no window of ours, as behind a browser. */
export type PrintPdf = (() => Promise<Uint8Array>) | null;

/** Papers as PDF. */
export function createPaperHandlers(printPdf: PrintPdf): FeatureHandlers<'paper'> {
  return {
    'paper.getState': () => ({ pdf: printPdf !== null }),
    'paper.makePdf': async () => {
      if (printPdf === null) throw new Refusal('paper_not_made', 'there is no window to print');
      try {
        return { content: Buffer.from(await printPdf()).toString('base64') };
      } catch {
        throw new Refusal('paper_not_made', 'the window did not print');
      }
    },
  };
}
