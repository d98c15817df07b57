import type { EntityName } from '../schema/schema.ts';
import type { NewRow, RowPatch, Work } from './work.ts';

/**
 * Adds a row, or changes the one with the id.
 * @returns the id; undefined when there is no such row
 */
export async function saveRow<T extends EntityName>(
  work: Work,
  entity: T,
  id: string | undefined,
  fields: Omit<NewRow<T>, 'id'>,
): Promise<string | undefined> {
  if (id === undefined) {
    const newId = work.newId();
    work.insert(entity, { id: newId, ...fields } as unknown as NewRow<T>);
    return newId;
  }
  return (await work.update(entity, id, fields as unknown as RowPatch<T>)) ? id : undefined;
}
