import type { OutputSheet } from '#shared/domain/schemes/workbookOutput.ts';
import type { ParsedInput } from '#shared/contract/registry.ts';
import type { FeatureHandlers } from '../../router/handlers.ts';
import { describeYear, type YearSources } from './reports.service.ts';

/** Writes sheets as the bytes of a workbook. */
export type WriteWorkbook = (sheets: readonly OutputSheet[]) => Promise<Uint8Array>;

type GivenSheet = ParsedInput<'reports.writeWorkbook'>['sheets'][number];

const FIRST_COLUMN = 44;
const COLUMN = 18;

/** A table with a title above and its first row as the head. */
function toSheet({ name, title, rows }: GivenSheet): OutputSheet {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return {
    name,
    columnWidths: Array.from({ length: width }, (_, index) => (index === 0 ? FIRST_COLUMN : COLUMN)),
    rows: [
      [{ value: title, style: 'title' }],
      ...rows.map((row, index) =>
        row.map((value) => ({
          value,
          style:
            index === 0
              ? ('label' as const)
              : typeof value === 'number'
                ? ('number' as const)
                : ('text' as const),
        })),
      ),
    ],
  };
}

/** The report of a year, and tables as a workbook. */
export function createReportHandlers(
  sources: YearSources,
  writeWorkbook: WriteWorkbook,
): FeatureHandlers<'reports'> {
  return {
    'reports.year': (span, { db, today }) => describeYear(db, sources, { ...span, today }),
    'reports.writeWorkbook': async ({ fileName, sheets }) => ({
      fileName,
      content: Buffer.from(await writeWorkbook(sheets.map(toSheet))).toString('base64'),
    }),
  };
}
