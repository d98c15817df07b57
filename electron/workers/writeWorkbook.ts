import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import type { OutputCell, OutputSheet, OutputStyle } from '#shared/domain/schemes/workbookOutput.ts';

type LibrarySheet = Sheet<Buffer>;
type Options = NonNullable<Parameters<typeof writeXlsxFile>[1]>;

const FILLED = '#E7ECF3';

const STYLES: Record<OutputStyle, CellObject> = {
  title: { fontWeight: 'bold', fontSize: 14 },
  label: { fontWeight: 'bold', wrap: true, alignVertical: 'center', backgroundColor: FILLED },
  strong: { fontWeight: 'bold', wrap: true, alignVertical: 'top' },
  text: { wrap: true, alignVertical: 'top' },
  number: { alignVertical: 'top', align: 'center' },
  mark: { alignVertical: 'top', format: '0.00' },
};

/**
 * Texts as the format wants them: what looks like the escape of a character is escaped itself, or reading
 * would turn it into one. The library looks texts up in a plain object, where "constructor" and its like are
 * found without having been put there: their first letter is written as an escape, which every reader undoes.
 */
function escapeText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (!(escaped in Object.prototype)) {
    return escaped;
  }
  return `_x${escaped.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${escaped.slice(1)}`;
}

function toCell(cell: OutputCell | null): CellObject | null {
  if (cell === null) {
    return null;
  }
  const { value, formula, style } = cell;
  if (formula !== undefined) {
    return { ...STYLES[style], type: 'Formula', value: formula };
  }
  const { format, ...plain } = STYLES[style];
  const look = typeof value === 'number' && format !== undefined ? { ...plain, format } : plain;
  return { ...look, value: typeof value === 'string' ? escapeText(value) : value };
}

/** Results of a sheet's formulas in the order of its cells. */
function listResults(sheet: OutputSheet | undefined): string[] {
  const cells = sheet?.rows.flat() ?? [];
  return cells.flatMap((cell) => (cell?.formula === undefined ? [] : [String(cell.value)]));
}

/** The library writes formulas without results; people's previews and other programs show the results only. */
function addResults(xml: string, results: readonly string[]): string {
  let index = 0;
  return xml.replaceAll('</f>', () => {
    const result = results[index] ?? '0';
    index += 1;
    return `</f><v>${result}</v>`;
  });
}

/**
 * Writes sheets as the bytes of an .xlsx file: texts as texts (never run as formulas), numbers as numbers,
 * formulas with their results.
 */
export async function writeWorkbook(sheets: readonly OutputSheet[]): Promise<Uint8Array> {
  const librarySheets: LibrarySheet[] = sheets.map(({ name, columnWidths, rows }) => ({
    sheet: name,
    columns: columnWidths.map((width) => ({ width })),
    data: rows.map((row): Row => row.map(toCell)),
  }));
  const options: Options = {
    features: [
      {
        files: {
          transform: {
            'xl/worksheets/sheet{id}.xml': {
              transform: (xml, _options, { sheetIndex }) => addResults(xml, listResults(sheets[sheetIndex])),
            },
          },
        },
      },
    ],
  };
  return await writeXlsxFile(librarySheets, options).toBuffer();
}
