import { z } from 'zod';
import { query } from './route.ts';
import { nothing } from './values.ts';

export const paperRoutes = {
  /** Whether the program itself makes PDF files; a browser does it in its own print window. */
  'paper.getState': query({
    permission: 'app.read',
    input: nothing,
    output: z.object({ pdf: z.boolean() }),
  }),
  /** What the window shows now, as the printer would get it. Nothing is written: the page gives the file to the person. */
  'paper.makePdf': query({
    permission: 'app.read',
    input: nothing,
    output: z.object({
      /** Base64. */
      content: z.string(),
    }),
    errors: ['paper_not_made'],
  }),
};
