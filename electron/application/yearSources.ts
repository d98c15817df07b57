import { listEvents, listPresences } from '../features/events/events.repository.ts';
import { readPartnership } from '../features/partners/partnerViews.service.ts';
import type { YearSources } from '../features/reports/reports.service.ts';

/** What partners and events tell the report of the year. */
export const yearSources: YearSources = {
  readPartners: readPartnership,
  readEvents: async (db) => ({ events: await listEvents(db), presences: await listPresences(db) }),
};
