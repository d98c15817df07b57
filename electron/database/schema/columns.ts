/**
 * Rows as the database holds them. Text dates (`YYYY-MM-DD`) and moments (ISO-8601 UTC), integer hundredths,
 * booleans as 0 and 1, lists as JSON text. Every entity has the four columns of {@link EntityColumns}.
 */
export interface EntityColumns {
  id: string;
  created_at: string;
  updated_at: string;
  /** Tombstone: the row is gone for people, and stays for the history, undo and merging. */
  deleted_at: string | null;
}
