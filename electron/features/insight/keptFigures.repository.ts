import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

/** As of when stored figures hold. */
export interface FigureStamp {
  /** Program, schema and layout that they were made with. */
  version: string;
  /** They hold for this day and later ones. */
  day: string;
  /** The latest action that they know. */
  actionId: string;
}

/** Stored figures by name, as texts. */
export interface StoredFigures {
  stamp: FigureStamp | null;
  bodies: ReadonlyMap<string, string>;
}

const STAMP = 'stamp';

/** Reads what was stored last. */
export async function readFigures(db: Kysely<Schema>): Promise<StoredFigures> {
  const rows = await db.selectFrom('kept_figures').select(['name', 'body_json']).execute();
  const bodies = new Map(rows.map((row) => [row.name, row.body_json]));
  const stamp = bodies.get(STAMP);
  bodies.delete(STAMP);
  return { stamp: stamp === undefined ? null : (JSON.parse(stamp) as FigureStamp), bodies };
}

/** Stores figures and says as of when all that is stored holds. @param gone names that hold no more */
export async function writeFigures(
  db: Transaction<Schema>,
  {
    stamp,
    bodies,
    gone,
  }: { stamp: FigureStamp; bodies: ReadonlyMap<string, string>; gone: readonly string[] },
): Promise<void> {
  if (gone.length > 0) await db.deleteFrom('kept_figures').where('name', 'in', gone).execute();
  for (const [name, text] of [...bodies, [STAMP, JSON.stringify(stamp)] as const]) {
    await db
      .insertInto('kept_figures')
      .values({ name, body_json: text })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ body_json: text }))
      .execute();
  }
}
