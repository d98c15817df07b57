import type { Kysely } from 'kysely';
import type { PurchaseInput, PurchaseRow } from '#shared/contract/baseGap.ts';
import type { ParsedInput } from '#shared/contract/registry.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import { firstBlocks } from './blocks.service.ts';
import { describeGap } from './gap.service.ts';
import { addInventory } from './inventory.service.ts';
import { exists, getItem, listLinks, listLinksOf } from './lists.repository.ts';
import { setLinks } from './lists.service.ts';
import { listPurchases, type StoredPurchase } from './purchases.repository.ts';

type Db = Kysely<Schema>;

/** What blocks a session within so many days cannot wait. */
const URGENT_DAYS = 14;

const costOf = ({ priceTiyn, quantityHundredths }: StoredPurchase): number | null =>
  priceTiyn === null ? null : Number((BigInt(priceTiyn) * BigInt(quantityHundredths) + 99n) / 100n);

/** The purchase list with what each line costs. */
export async function describePurchases(db: Db): Promise<PurchaseRow[]> {
  return (await listPurchases(db)).map((purchase) => ({ ...purchase, costTiyn: costOf(purchase) }));
}

const fieldsOf = (purchase: PurchaseInput) => ({
  competency_id: purchase.competencyId,
  name: purchase.name,
  quantity_hundredths: purchase.quantityHundredths,
  unit: purchase.unit,
  price_tiyn: purchase.priceTiyn,
  supplier: purchase.supplier,
  priority: purchase.priority,
  expert_id: purchase.expertId,
  due_date: purchase.dueDate,
  state: purchase.state,
  notes: purchase.notes,
  search_text: foldForSearch(purchase.name, purchase.supplier),
});

async function assertNamed(
  work: Work,
  purchase: Pick<PurchaseInput, 'competencyId' | 'expertId'>,
): Promise<void> {
  const { competencyId, expertId } = purchase;
  if (competencyId !== null) assertFound(await exists(work.db, 'competencies', competencyId), 'competency');
  if (expertId !== null) assertFound(await exists(work.db, 'experts', expertId), 'expert');
}

/** @throws Refusal `not_found` when somebody or something it names is not there */
export async function addPurchase(work: Work, purchase: PurchaseInput): Promise<string> {
  await assertNamed(work, purchase);
  const id = work.newId();
  work.insert('purchases', { id, item_id: null, ...fieldsOf(purchase) });
  work.describe({ name: purchase.name });
  return id;
}

/** @throws Refusal `not_found` */
export async function updatePurchase(work: Work, id: string, purchase: PurchaseInput): Promise<void> {
  await assertNamed(work, purchase);
  assertFound(await work.update('purchases', id, fieldsOf(purchase)), 'purchase');
  work.describe({ name: purchase.name });
}

/** @throws Refusal `not_found` */
export async function removePurchase(work: Work, id: string): Promise<void> {
  const purchase = await findPurchase(work, id);
  await work.remove('purchases', id);
  work.describe({ name: purchase.name });
}

async function findPurchase(work: Work, id: string): Promise<StoredPurchase> {
  return found(
    (await listPurchases(work.db)).find((one) => one.id === id),
    'purchase',
  );
}

function priorityOf(firstBlock: string | undefined, today: string): PurchaseInput['priority'] {
  if (firstBlock === undefined) return 'normal';
  return firstBlock <= fromDayNumber(toDayNumber(today) + URGENT_DAYS) ? 'urgent' : 'high';
}

/**
 * Puts what the gap lacks on the purchase list: urgent what blocks a session of the next two weeks, high what blocks a
 * later one. @returns how many lines were added
 */
export async function planPurchases(
  work: Work,
  input: ParsedInput<'base.planPurchases'>,
  today: string,
): Promise<number> {
  await assertNamed(work, { competencyId: input.competencyId, expertId: input.expertId });
  const { lines } = await describeGap(work.db, input, today);
  const blocked = await firstBlocks(work.db, today);
  const open = lines.filter((line) => line.buy > line.orderedHundredths);
  for (const line of open) {
    const item = found(await getItem(work.db, line.itemId), 'item');
    work.insert('purchases', {
      id: work.newId(),
      item_id: line.itemId,
      ...fieldsOf({
        competencyId: input.competencyId,
        name: line.model === '' ? line.name : `${line.name}, ${line.model}`.slice(0, 200),
        quantityHundredths: line.buy - line.orderedHundredths,
        unit: line.unit,
        priceTiyn: line.priceTiyn,
        supplier: item.supplier,
        priority: priorityOf(blocked.get(line.itemId), today),
        expertId: input.expertId,
        dueDate: input.dueDate,
        state: 'planned',
        notes: '',
      }),
    });
  }
  work.describe({ total: open.length });
  return open.length;
}

/** The shelf that a consumable goes onto: the first one that serves its item. */
async function findShelf(work: Work, purchase: StoredPurchase): Promise<string | null> {
  if (purchase.itemId === null) return null;
  const item = await getItem(work.db, purchase.itemId);
  const [first] = (await listLinks(work.db)).get(purchase.itemId) ?? [];
  return item?.category === 'consumables' ? (first ?? null) : null;
}

async function putIntoInventory(
  work: Work,
  purchase: StoredPurchase,
  input: ParsedInput<'base.receivePurchase'> & { today: string },
): Promise<string> {
  const item = purchase.itemId === null ? undefined : await getItem(work.db, purchase.itemId);
  const id = await addInventory(
    work,
    {
      name: item?.name ?? purchase.name,
      model: item?.model ?? '',
      inventoryNumber: input.inventoryNumber,
      category: item?.category ?? 'equipment',
      workshopId: input.workshopId,
      state: 'working',
      quantityHundredths: purchase.quantityHundredths,
      unit: purchase.unit,
      acquiredOn: input.today,
      calibratedOn: null,
      calibrationDue: null,
      servicedOn: null,
      serviceDue: null,
      endOfLife: item?.endOfLife ?? null,
      expertId: purchase.expertId,
      partnerName: '',
      partnerId: null,
      lentUntil: null,
      notes: '',
    },
    input.today,
  );
  if (item) {
    const links = await listLinksOf(work.db, item.id);
    await setLinks(work, item.id, [...links.map((link) => link.inventoryId), id]);
  }
  return id;
}

/**
 * Marks a purchase as received and puts it where it belongs: onto the shelf of the consumable, or as a new row that
 * serves its item. @returns the row of the inventory @throws Refusal `not_found`, `conflict` when it was received before
 */
export async function receivePurchase(
  work: Work,
  input: ParsedInput<'base.receivePurchase'>,
  today: string,
): Promise<string> {
  const purchase = await findPurchase(work, input.id);
  if (purchase.state === 'received') throw new Refusal('conflict', 'the purchase has been received');
  await work.update('purchases', input.id, { state: 'received' });
  const shelf = await findShelf(work, purchase);
  if (shelf !== null) {
    work.insert('stock_movements', {
      id: work.newId(),
      inventory_id: shelf,
      kind: 'bought',
      date: today,
      change_hundredths: purchase.quantityHundredths,
      session_id: null,
      note: purchase.supplier,
    });
  }
  const inventoryId = shelf ?? (await putIntoInventory(work, purchase, { ...input, today }));
  work.describe({ name: purchase.name });
  return inventoryId;
}
