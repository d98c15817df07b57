import { cleanText, foldLabel, isBlank, type CellValue, type WorkbookSheet } from './cellValue.ts';
import { parseCalculation } from './calculationText.ts';
import type { SchemeCalculation } from './schemeDocument.ts';
import type { SchemeWarning } from './schemeWarning.ts';

/** The calculations of a workbook and the way from a row number of their sheet to their index. */
export interface CalculationSheet {
  calculations: SchemeCalculation[];
  /** Row of the sheet, from 1 → index in `calculations`. */
  indexByRow: ReadonlyMap<number, number>;
  warnings: SchemeWarning[];
}

const NOTHING: CalculationSheet = { calculations: [], indexByRow: new Map(), warnings: [] };

const KIND = /^[A-Z][A-Z0-9_]{3,}$/;

/** A row of calculations: a kind in capitals and, unless it is one without parameters, their text. */
function isCalculationRow(row: readonly CellValue[]): boolean {
  const [, kind = null, flag = null, parameters = null] = row;
  const isKind = KIND.test(cleanText(kind));
  return isKind && (isTruth(flag) || cleanText(parameters).includes(':::'));
}

function isTruth(value: CellValue): boolean {
  return typeof value === 'boolean' || /^(true|false|истина|ложь)$/.test(foldLabel(value));
}

function readTruth(value: CellValue): boolean {
  return value === true || /^(true|истина|1)$/.test(foldLabel(value));
}

/** The sheet of calculations, known by what its rows look like: its name may be in any language. */
export function findCalculationSheet(sheets: readonly WorkbookSheet[]): WorkbookSheet | undefined {
  return sheets.find(
    (sheet) =>
      sheet.rows.some(isCalculationRow) &&
      sheet.rows.every(
        (row) => row.every((cell) => isBlank(cell)) || isBlank(row[1]) || isCalculationRow(row),
      ),
  );
}

/** Reads the rows of calculations; empty rows are passed over. */
export function readCalculationSheet(sheet: WorkbookSheet | undefined): CalculationSheet {
  if (sheet === undefined) {
    return NOTHING;
  }
  const calculations: SchemeCalculation[] = [];
  const indexByRow = new Map<number, number>();
  const warnings: SchemeWarning[] = [];
  sheet.rows.forEach((row, index) => {
    const [name = null, kind = null, flag = null, parameters = null] = row;
    if (isBlank(kind)) {
      return;
    }
    const calculation = parseCalculation({
      cisKind: cleanText(kind),
      parametersText: cleanText(parameters),
    });
    if (calculation.kind === 'unknown') {
      warnings.push({
        code: 'calculation_unknown',
        row: index + 1,
        value: calculation.cisKind.slice(0, 100),
      });
    }
    indexByRow.set(index + 1, calculations.length);
    calculations.push({ name: cleanText(name), isShared: readTruth(flag), calculation });
  });
  return { calculations, indexByRow, warnings };
}
