import type { TFunction } from 'i18next';
import { inventoryStates, type InventoryState } from '#shared/domain/base/inventory.ts';
import {
  itemCategories,
  quantityRules,
  type ItemCategory,
  type QuantityRule,
} from '#shared/domain/base/quantityRule.ts';
import type { Tone } from '../../ui/StatusBadge.tsx';

interface Choice<Value> {
  value: Value;
  label: string;
}

/** Categories to choose from. */
export const categoryChoices = (t: TFunction): Choice<ItemCategory>[] =>
  itemCategories.map((value) => ({ value, label: t(`base:category.${value}`) }));

/** Rules of the quantity to choose from. */
export const ruleChoices = (t: TFunction): Choice<QuantityRule>[] =>
  quantityRules.map((value) => ({ value, label: t(`base:rule.${value}`) }));

/** States of things to choose from. */
export const stateChoices = (t: TFunction): Choice<InventoryState>[] =>
  inventoryStates.map((value) => ({ value, label: t(`base:state.${value}`) }));

/** How each state should be felt. */
export const stateTones: Readonly<Record<(typeof inventoryStates)[number], Tone>> = {
  working: 'good',
  needs_repair: 'warn',
  broken: 'bad',
  written_off: 'calm',
};
