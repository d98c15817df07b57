import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';
import { describePanels } from './agreement.service.ts';
import { describeJudges } from './judges.service.ts';
import type { KeptRecords } from './keptRecords.ts';
import { describeCollege } from './squad.service.ts';

/**
 * Opens the dashboard once for nobody, at the start: the figures are read from the disk, and the program has run through
 * all of it before somebody looks. Only where an earlier start has stored figures: otherwise they would be computed at
 * once, and not in small steps.
 * @returns whether there were any
 */
export async function rehearseDashboard(
  db: Kysely<Schema>,
  records: KeptRecords,
  today: string,
): Promise<boolean> {
  if (!(await records.hasStored(db, today))) return false;
  const digestsOf = (ids: readonly string[]) => records.digests(db, ids, today);
  await describeCollege(db, today, digestsOf);
  await describeJudges(db, { competencyId: undefined, today }, digestsOf);
  await describePanels(db, undefined, (ids) => records.panels(db, ids, today));
  return true;
}
