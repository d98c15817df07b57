import { purchasePriorities, type PurchaseRow } from '#shared/contract/baseGap.ts';

/** Whether it has still to come. */
export const isOpenPurchase = ({ state }: PurchaseRow): boolean =>
  state !== 'received' && state !== 'cancelled';

/** What is open first, the most urgent first, then by the day. */
export function comparePurchases(one: PurchaseRow, other: PurchaseRow): number {
  return (
    Number(isOpenPurchase(other)) - Number(isOpenPurchase(one)) ||
    purchasePriorities.indexOf(one.priority) - purchasePriorities.indexOf(other.priority) ||
    (one.dueDate ?? '9').localeCompare(other.dueDate ?? '9')
  );
}

/** What the open purchases cost in tiyn; those without a price count nothing. */
export const openCost = (purchases: readonly PurchaseRow[]): number =>
  purchases.filter(isOpenPurchase).reduce((sum, row) => sum + (row.costTiyn ?? 0), 0);
