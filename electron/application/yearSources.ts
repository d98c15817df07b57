import { describeOverview } from '../features/base/gap.service.ts';
import { listEvents, listPresences } from '../features/events/events.repository.ts';
import { readPartnership } from '../features/partners/partnerViews.service.ts';
import type { YearSources } from '../features/reports/reports.service.ts';

/** What partners, events and the base tell the report of the year. */
export const yearSources: YearSources = {
  readPartners: readPartnership,
  readEvents: async (db) => ({ events: await listEvents(db), presences: await listPresences(db) }),
  readReadiness: async (db, today) => (await describeOverview(db, { kind: 'squad' }, today)).competencies,
};
