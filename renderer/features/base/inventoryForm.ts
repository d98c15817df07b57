import type { TFunction } from 'i18next';
import type { InventoryInput, InventoryRow } from '#shared/contract/baseInventory.ts';
import { fieldRules } from '../../ui/fieldRules.ts';
import { amountRule, toFieldText, toHundredths } from './amountFields.ts';

/** What the form of a thing holds: the quantity as it is typed. */
export type InventoryForm = Omit<InventoryInput, 'quantityHundredths'> & { quantity: string };

const EMPTY: InventoryForm = {
  name: '',
  model: '',
  inventoryNumber: '',
  category: 'equipment',
  workshopId: null,
  state: 'working',
  quantity: '1',
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
};

/** Values of the form for a thing; null: a new one. */
export function toInventoryForm(row: InventoryRow | null): InventoryForm {
  if (row === null) return EMPTY;
  const {
    id: _id,
    workshopName: _name,
    itemIds: _items,
    competencyIds: _of,
    quantityHundredths,
    ...fields
  } = row;
  return { ...fields, quantity: toFieldText(quantityHundredths) };
}

/** The thing that a filled form means. */
export function fromInventoryForm({ quantity, ...fields }: InventoryForm): InventoryInput {
  return { ...fields, quantityHundredths: toHundredths(quantity) ?? 0 };
}

type Checked = 'name' | 'model' | 'inventoryNumber' | 'unit' | 'partnerName' | 'notes' | 'quantity';

/** Checks of the form. */
export function inventoryRules(t: TFunction): Record<Checked, (value: string) => string | null> {
  const rules = fieldRules(t);
  return {
    name: rules.filledLine,
    model: rules.line,
    inventoryNumber: rules.line,
    unit: rules.line,
    partnerName: rules.line,
    notes: rules.text,
    quantity: amountRule(t, true),
  };
}
