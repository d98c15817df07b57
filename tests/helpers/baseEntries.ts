import type { RouteInput } from '#shared/contract/registry.ts';
import { textFields, type TextField } from '#shared/domain/base/itemFields.ts';
import type { OutputSheet } from '#shared/domain/schemes/workbookOutput.ts';
import { writeWorkbook } from '../../electron/workers/writeWorkbook.ts';

type Item = Omit<RouteInput<'base.addItem'>, 'listId'>;

const NO_TEXTS = Object.fromEntries(textFields.map((field) => [field, ''])) as Record<TextField, string>;

/** An item of an infrastructure list. */
export function anItem(over: Partial<Item> = {}): Item {
  return {
    ...NO_TEXTS,
    name: 'Дәнекерлеу көзі',
    category: 'equipment',
    quantityHundredths: 100,
    rule: 'per_competitor',
    groupSize: null,
    priceTiyn: 45_000_000,
    modules: '',
    endOfLife: null,
    normHundredths: null,
    normPer: 'session',
    ...over,
  };
}

/** Something of the inventory. */
export function aThing(over: Partial<RouteInput<'base.addInventory'>> = {}): RouteInput<'base.addInventory'> {
  return {
    name: 'Дәнекерлеу көзі',
    model: '',
    inventoryNumber: '01-001',
    category: 'equipment',
    workshopId: null,
    state: 'working',
    quantityHundredths: 100,
    unit: '',
    acquiredOn: null,
    calibratedOn: null,
    calibrationDue: null,
    servicedOn: null,
    serviceDue: null,
    endOfLife: null,
    expertId: null,
    partnerName: '',
    partnerId: null,
    lentUntil: null,
    notes: '',
    ...over,
  };
}

/** A workshop with ten places. */
export const aWorkshop: RouteInput<'base.addWorkshop'> = {
  name: 'Дәнекерлеу шеберханасы',
  room: '12',
  places: 10,
  competencyIds: [],
  expertId: null,
  notes: '',
};

/** A line of the purchase list. */
export const aPurchase: RouteInput<'base.addPurchase'> = {
  competencyId: null,
  name: 'Аргон баллоны',
  quantityHundredths: 100,
  unit: '',
  priceTiyn: null,
  supplier: '',
  priority: 'normal',
  expertId: null,
  dueDate: null,
  state: 'planned',
  notes: '',
};

/** A workbook of one sheet with these cells, as base64. */
export async function aTable(rows: readonly (readonly (string | number | null)[])[]): Promise<string> {
  const sheet: OutputSheet = {
    name: 'Sheet1',
    columnWidths: [],
    rows: rows.map((row) => row.map((value) => (value === null ? null : { value, style: 'text' }))),
  };
  return Buffer.from(await writeWorkbook([sheet])).toString('base64');
}
