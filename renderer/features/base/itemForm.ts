import type { TFunction } from 'i18next';
import type { InfrastructureItem, InfrastructureItemInput } from '#shared/contract/base.ts';
import { textFields, type TextField } from '#shared/domain/base/itemFields.ts';
import { fieldRules } from '../../ui/fieldRules.ts';
import { amountRule, toFieldText, toHundredths } from './amountFields.ts';

/** What the form of an item holds: amounts as they are typed. */
export interface ItemForm extends Record<TextField, string> {
  name: string;
  category: InfrastructureItemInput['category'];
  quantity: string;
  rule: InfrastructureItemInput['rule'];
  groupSize: number | string;
  price: string;
  modules: string;
  endOfLife: string | null;
  norm: string;
  normPer: InfrastructureItemInput['normPer'];
}

const NO_TEXTS = Object.fromEntries(textFields.map((field) => [field, ''])) as Record<TextField, string>;

const EMPTY: ItemForm = {
  ...NO_TEXTS,
  name: '',
  category: 'equipment',
  quantity: '1',
  rule: 'per_competitor',
  groupSize: 2,
  price: '',
  modules: '',
  endOfLife: null,
  norm: '',
  normPer: 'session',
};

/** Values of the form for an item; null: a new one. */
export function toItemForm(item: InfrastructureItem | null): ItemForm {
  if (item === null) return EMPTY;
  const { id: _id, listId: _list, inventoryIds: _links, ...fields } = item;
  const { quantityHundredths, priceTiyn, normHundredths, groupSize, ...rest } = fields;
  return {
    ...rest,
    quantity: toFieldText(quantityHundredths),
    groupSize: groupSize ?? EMPTY.groupSize,
    price: toFieldText(priceTiyn),
    norm: toFieldText(normHundredths),
  };
}

/** The item that a filled form means. */
export function fromItemForm(form: ItemForm): InfrastructureItemInput {
  const { quantity, price, norm, groupSize, ...rest } = form;
  const isGroup = form.rule === 'per_n_competitors' || form.rule === 'per_n_experts';
  return {
    ...rest,
    quantityHundredths: toHundredths(quantity),
    groupSize: isGroup ? Number(groupSize) : null,
    priceTiyn: toHundredths(price),
    normHundredths: toHundredths(norm),
  };
}

type Checked = TextField | 'name' | 'modules' | 'quantity' | 'price' | 'norm';

/** Checks of the form. */
export function itemRules(t: TFunction): Record<Checked, (value: string) => string | null> & {
  groupSize: (value: number | string) => string | null;
} {
  const rules = fieldRules(t);
  const lines = Object.fromEntries(textFields.map((field) => [field, rules.line])) as Record<
    TextField,
    typeof rules.line
  >;
  const amount = amountRule(t, false);
  return {
    ...lines,
    details: rules.text,
    name: rules.filledLine,
    modules: rules.line,
    quantity: amount,
    price: amount,
    norm: amount,
    groupSize: (value) =>
      Number.isSafeInteger(Number(value)) && Number(value) >= 1 && Number(value) <= 1000
        ? null
        : t('base:field.badAmount'),
  };
}
