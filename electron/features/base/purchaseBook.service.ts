import type { Kysely } from 'kysely';
import { purchaseColumns, type PurchaseRow } from '#shared/contract/baseGap.ts';
import type { ParsedInput, RouteOutput } from '#shared/contract/registry.ts';
import { amountCell, textCell } from '#shared/domain/base/writeItems.ts';
import type { OutputCell, OutputRow } from '#shared/domain/schemes/workbookOutput.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { writeWorkbook } from '../../workers/writeWorkbook.ts';
import { toFileName } from './fileName.ts';
import { listCompetencyNames } from './purchases.repository.ts';
import { describePurchases } from './purchases.service.ts';

type Words = ParsedInput<'base.exportPurchases'>['words'];
type Column = (typeof purchaseColumns)[number];

const money = (tiyn: number | null): OutputCell | null =>
  tiyn === null ? null : { value: tiyn / 100, style: 'mark' };

function cellsOf(purchase: PurchaseRow, words: Words, competency: string): Record<Column, OutputCell | null> {
  return {
    competency: textCell(competency),
    name: textCell(purchase.name),
    quantity: amountCell(purchase.quantityHundredths),
    unit: textCell(purchase.unit),
    price: money(purchase.priceTiyn),
    cost: money(purchase.costTiyn),
    priority: textCell(words.priorities[purchase.priority]),
    person: textCell(purchase.expertName),
    due: textCell(purchase.dueDate ?? ''),
    state: textCell(words.states[purchase.state]),
    supplier: textCell(purchase.supplier),
    notes: textCell(purchase.notes),
  };
}

function totalRow(purchases: readonly PurchaseRow[], words: Words): OutputRow {
  const total = purchases.reduce((sum, purchase) => sum + (purchase.costTiyn ?? 0), 0);
  return purchaseColumns.map((column): OutputCell | null => {
    if (column === 'name') return { value: words.total, style: 'strong' };
    return column === 'cost' ? money(total) : null;
  });
}

/** The purchase list as a workbook; cancelled lines are left out. */
export async function exportPurchases(
  db: Kysely<Schema>,
  { language, words }: ParsedInput<'base.exportPurchases'>,
): Promise<RouteOutput<'base.exportPurchases'>> {
  const names = await listCompetencyNames(db, language);
  const purchases = (await describePurchases(db)).filter(({ state }) => state !== 'cancelled');
  const rows = purchases.map((purchase): OutputRow => {
    const cells = cellsOf(purchase, words, names.get(purchase.competencyId ?? '') ?? '');
    return purchaseColumns.map((column) => cells[column]);
  });
  const head: OutputRow = purchaseColumns.map((column) => ({
    value: words.headings[column],
    style: 'label',
  }));
  const bytes = await writeWorkbook([
    {
      name: words.title.replaceAll(/[[\]/\\:*?]/g, ' ').slice(0, 31),
      columnWidths: purchaseColumns.map((column) => (column === 'name' || column === 'notes' ? 40 : 18)),
      rows: [[{ value: words.title, style: 'title' }], head, ...rows, totalRow(purchases, words)],
    },
  ]);
  return { fileName: toFileName(words.title), content: Buffer.from(bytes).toString('base64') };
}
