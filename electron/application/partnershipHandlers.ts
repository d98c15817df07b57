import { listContestsOf } from '../features/contest/portfolio.service.ts';
import { createEventHandlers } from '../features/events/events.handlers.ts';
import { createPartnerHandlers } from '../features/partners/partners.handlers.ts';
import { listInternshipsOf } from '../features/partners/partnerViews.service.ts';
import { createReportHandlers } from '../features/reports/reports.handlers.ts';
import { createTaskHandlers } from '../features/tasks/tasks.handlers.ts';
import { listTasks } from '../features/tasks/tasks.repository.ts';
import { writeWorkbook } from '../workers/writeWorkbook.ts';
import { agendaSources } from './agendaSources.ts';
import { yearSources } from './yearSources.ts';

/** Partners, events, tasks and reports, each with what it needs of the others. */
export const partnershipHandlers = {
  ...createPartnerHandlers(listTasks),
  ...createEventHandlers({ listInternshipsOf, listContestsOf }),
  ...createTaskHandlers(agendaSources),
  ...createReportHandlers(yearSources, writeWorkbook),
};
