import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { openApplication } from '../../helpers/application.ts';

test('a window prints its page to the bytes of a file; one that cannot, and a browser, are told so', async () => {
  const bytes = Buffer.from('%PDF-1.7 Ә');
  await using window = await openApplication({ printPdf: () => Promise.resolve(bytes) });
  expect(await window.call('paper.getState', {})).toEqual({ pdf: true });
  const { content } = await window.call('paper.makePdf', {});
  expect(Buffer.from(content, 'base64').equals(bytes)).toBe(true);

  await using broken = await openApplication({ printPdf: () => Promise.reject(new Error('no paper')) });
  expect(await broken.refused('paper.makePdf', {})).toBe('paper_not_made');

  await using browser = await openApplication();
  expect(await browser.call('paper.getState', {})).toEqual({ pdf: false });
  expect(await browser.refused('paper.makePdf', {})).toBe('paper_not_made');
});
