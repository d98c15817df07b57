import type { MappingInput } from '#shared/contract/schemes.ts';
import type { ColumnMapping } from '#shared/domain/schemes/readScheme.ts';
import type { Work } from '../../database/changes/work.ts';
import { listMappings } from './schemes.repository.ts';

/** A mapping without the columns that the sheet does not have. */
export function cleanMapping(input: MappingInput): ColumnMapping {
  const named = Object.entries(input.columns).filter(([, column]) => typeof column === 'number');
  return {
    sheetName: input.sheetName,
    headerRow: input.headerRow,
    columns: Object.fromEntries(named),
  };
}

/** Keeps what a person said, for the next workbook with the same labels. */
export async function rememberMapping(
  work: Work,
  fingerprint: string,
  mapping: ColumnMapping,
): Promise<void> {
  const mapping_json = JSON.stringify(mapping);
  const known = (await listMappings(work.db)).find((one) => one.fingerprint === fingerprint);
  if (known) await work.update('workbook_mappings', known.id, { mapping_json });
  else work.insert('workbook_mappings', { id: work.newId(), fingerprint, mapping_json });
}
