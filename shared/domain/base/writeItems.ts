import type { OutputCell, OutputRow, OutputSheet } from '../schemes/workbookOutput.ts';
import { writeAmount } from './amountText.ts';
import { ownColumns, standardColumns, type ItemField } from './itemFields.ts';
import type { ReadItem } from './readItems.ts';
import { quoteForSpreadsheet } from './spreadsheetText.ts';

const CATEGORY_LABELS = {
  tools: 'Tools',
  equipment: 'Equipment',
  furniture: 'Furniture',
  consumables: 'Consumables',
  software: 'Software',
  safety: 'Safety',
} as const;

function ruleText({ rule, groupSize }: ReadItem): string {
  const texts = {
    per_competitor: 'per competitor',
    per_expert: 'per expert',
    per_competency: 'per competency',
    per_n_competitors: `per ${groupSize ?? 1} competitors`,
    per_n_experts: `per ${groupSize ?? 1} experts`,
  };
  return texts[rule];
}

/** A text cell; what a spreadsheet would run is quoted. */
export function textCell(text: string): OutputCell | null {
  return text === '' ? null : { value: quoteForSpreadsheet(text), style: 'text' };
}

/** An amount as a number cell. */
export function amountCell(hundredths: number | null): OutputCell | null {
  return hundredths === null ? null : { value: Number(writeAmount(hundredths)), style: 'number' };
}

function cellOf(item: ReadItem, field: ItemField): OutputCell | null {
  switch (field) {
    case 'price':
      return amountCell(item.priceTiyn);
    case 'quantity':
      return amountCell(item.quantityHundredths);
    case 'norm':
      return amountCell(item.normHundredths);
    case 'groupSize':
      return item.groupSize === null ? null : { value: item.groupSize, style: 'number' };
    case 'category':
      return textCell(item.categoryLabel === '' ? CATEGORY_LABELS[item.category] : item.categoryLabel);
    case 'rule':
      return textCell(ruleText(item));
    case 'endOfLife':
      return textCell(item.endOfLife ?? '');
    default:
      return textCell(item[field]);
  }
}

/**
 * A list as the workbook of the WorldSkills import: its 23 columns, and with `isFull` our own ones after them, so that
 * nothing is lost on the way back.
 */
export function writeItems(items: readonly ReadItem[], isFull: boolean): OutputSheet[] {
  const columns = isFull ? [...standardColumns, ...ownColumns] : [...standardColumns];
  const head: OutputRow = columns.map(([, label]) => ({ value: label, style: 'label' }));
  return [
    {
      name: 'Infrastructure list',
      columnWidths: columns.map(([field]) => (field === 'name' || field === 'details' ? 40 : 16)),
      rows: [head, ...items.map((item): OutputRow => columns.map(([field]) => cellOf(item, field)))],
    },
  ];
}
