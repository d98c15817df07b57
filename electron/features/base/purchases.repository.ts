import type { Kysely } from 'kysely';
import type { PurchaseRow } from '#shared/contract/baseGap.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** A purchase as it is stored. */
export type StoredPurchase = Omit<PurchaseRow, 'costTiyn'>;

/** Purchases in the order in which they were put down. */
export async function listPurchases(db: Db): Promise<StoredPurchase[]> {
  const rows = await db
    .selectFrom('purchases')
    .leftJoin('experts', 'experts.id', 'purchases.expert_id')
    .selectAll('purchases')
    .select(['experts.surname', 'experts.given_name'])
    .where('purchases.deleted_at', 'is', null)
    .orderBy('purchases.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    competencyId: row.competency_id,
    itemId: row.item_id,
    name: row.name,
    quantityHundredths: row.quantity_hundredths,
    unit: row.unit,
    priceTiyn: row.price_tiyn,
    supplier: row.supplier,
    priority: row.priority as PurchaseRow['priority'],
    expertId: row.expert_id,
    expertName: `${row.surname ?? ''} ${row.given_name ?? ''}`.trim(),
    dueDate: row.due_date,
    state: row.state as PurchaseRow['state'],
    notes: row.notes,
  }));
}

/** Names of competencies by id, in one language. */
export async function listCompetencyNames(
  db: Db,
  language: 'kk' | 'ru' | 'en',
): Promise<Map<string, string>> {
  const rows = await db.selectFrom('competencies').select(['id', 'name_kk', 'name_ru', 'name_en']).execute();
  return new Map(
    rows.map((row) => {
      const names = { kk: row.name_kk, ru: row.name_ru, en: row.name_en };
      return [row.id, names[language] || row.name_ru || row.name_en];
    }),
  );
}
