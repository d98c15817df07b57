import { Buffer } from 'node:buffer';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import { toCsv, type TableValue } from '#shared/domain/exchange/csv.ts';
import { templateHeaders } from '#shared/domain/exchange/peopleColumns.ts';
import type { FeatureHandlers } from '../../router/handlers.ts';
import type { WorkbookReader } from '../../workers/readWorkbook.ts';
import { writeWorkbook } from '../../workers/writeWorkbook.ts';
import { importPeople, previewPeople } from './importPeople.service.ts';
import { importResults, previewResults } from './importResults.service.ts';
import type { ResultTools } from './resultTools.ts';
import { resultsTemplate } from './resultsTemplate.ts';

/** What the handlers work with. */
export interface ExchangeTools {
  workbooks: WorkbookReader;
  /** What other features do for an import of results. */
  results: Omit<ResultTools, 'workbooks'>;
  /** A backup before much is changed at once; nothing when there is nothing to lose. */
  backUp: () => Promise<void>;
}

const SHEET_NAME = 31;
const WIDEST = 60;

/** A name that a file system and a spreadsheet take. */
const safeName = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|[\]'\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80) || 'Shyng';

function widthsOf(rows: readonly (readonly TableValue[])[]): number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, index) => {
    const longest = rows
      .slice(0, 500)
      .reduce((most, row) => Math.max(most, String(row[index] ?? '').length), 8);
    return Math.min(WIDEST, longest + 2);
  });
}

async function writeXlsx(title: string, rows: readonly (readonly TableValue[])[]): Promise<Uint8Array> {
  return writeWorkbook([
    {
      name: safeName(title).slice(0, SHEET_NAME),
      columnWidths: widthsOf(rows),
      rows: rows.map((row, index) =>
        row.map((value) => (value === null ? null : { value, style: index === 0 ? 'label' : 'text' })),
      ),
    },
  ]);
}

async function writeFile(
  title: string,
  format: 'xlsx' | 'csv',
  rows: readonly (readonly TableValue[])[],
): Promise<RouteOutput<'exchange.writeTable'>> {
  const bytes = format === 'csv' ? Buffer.from(toCsv(rows)) : await writeXlsx(title, rows);
  return { fileName: `${safeName(title)}.${format}`, content: Buffer.from(bytes).toString('base64') };
}

const RESULTS_TEMPLATE_NAMES = { kk: 'Нәтижелер', ru: 'Результаты', en: 'Results' } as const;
const TEMPLATE_NAMES = { kk: 'Студенттер', ru: 'Студенты', en: 'Students' } as const;

const writeTemplate = ({
  language,
  format,
}: ParsedInput<'exchange.getPeopleTemplate'>): Promise<RouteOutput<'exchange.writeTable'>> =>
  writeFile(TEMPLATE_NAMES[language], format, [templateHeaders(language)]);

/** Import of people, lists as files. */
export function createExchangeHandlers(tools: ExchangeTools): FeatureHandlers<'exchange'> {
  const { workbooks, backUp } = tools;
  const results = { workbooks, ...tools.results };
  return {
    'exchange.previewResults': (input, { db }) => previewResults(db, input, results),
    'exchange.importResults': async (input, { db, write }) => {
      await backUp();
      return importResults(input, db, { ...results, write });
    },
    'exchange.getResultsTemplate': async (input, { db }) =>
      writeFile(
        RESULTS_TEMPLATE_NAMES[input.language],
        input.format,
        await resultsTemplate(db, input, results),
      ),
    'exchange.previewPeople': (input, { db }) => previewPeople(db, input, workbooks),
    'exchange.importPeople': async (input, { db, write }) => {
      await backUp();
      return importPeople(input, { db, workbooks, write });
    },
    'exchange.getPeopleTemplate': (input) => writeTemplate(input),
    'exchange.writeTable': ({ title, format, headers, rows }) => writeFile(title, format, [headers, ...rows]),
  };
}
