import type { AgendaEntry } from '#shared/contract/tasks.ts';
import { listEventDates } from '../features/events/events.service.ts';
import { listPartnerDates } from '../features/partners/partnerViews.service.ts';
import { describeCalendar } from '../features/plan/calendar.service.ts';
import type { AgendaSource } from '../features/tasks/tasks.service.ts';

const nobody = { partnerId: null, partnerName: '' };

/** Planned sessions and milestones of the training plans. */
const planDates: AgendaSource = async (db, { from, to, today }) => {
  const calendar = await describeCalendar(db, { from, to }, today);
  const sessions = calendar.sessions.map((one): AgendaEntry => ({
    ...nobody,
    key: `session/${one.id}`,
    kind: 'session',
    rowId: one.id,
    date: one.date,
    endDate: one.date,
    startTime: one.startTime,
    durationMinutes: one.durationMinutes,
    title: one.focus,
    place: one.workshop,
    personId: one.expertId,
    personName: one.expertName ?? '',
    competencyIds: [one.competencyId],
    isDuty: false,
    isDone: one.sessionId !== null,
  }));
  const milestones = calendar.milestones.map((one): AgendaEntry => ({
    ...nobody,
    key: `milestone/${one.id}`,
    kind: 'milestone',
    rowId: one.id,
    date: one.date,
    endDate: one.date,
    startTime: '',
    durationMinutes: 0,
    title: one.title,
    place: '',
    personId: null,
    personName: '',
    competencyIds: [one.competencyId],
    isDuty: false,
    isDone: false,
  }));
  return [...sessions, ...milestones];
};

const partnerDates: AgendaSource = (db, { today }) => listPartnerDates(db, today);
const eventDates: AgendaSource = (db) => listEventDates(db);

/** What features have with a date, for the one calendar. */
export const agendaSources: readonly AgendaSource[] = [planDates, partnerDates, eventDates];
