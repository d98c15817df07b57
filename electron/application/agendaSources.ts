import type { RouteOutput } from '#shared/contract/registry.ts';
import type { AgendaEntry } from '#shared/contract/tasks.ts';
import { listBaseDates } from '../features/base/baseDates.service.ts';
import { listEventDates } from '../features/events/events.service.ts';
import { listGoalDates } from '../features/insight/goals.repository.ts';
import { listPartnerDates } from '../features/partners/partnerDates.service.ts';
import { describeCalendar } from '../features/plan/calendar.service.ts';
import type { AgendaSource } from '../features/tasks/tasks.service.ts';

type Calendar = RouteOutput<'plan.calendar'>;

/** An entry of a plan for whole days that nobody has to do. */
const plain = (
  own: Pick<AgendaEntry, 'key' | 'kind' | 'rowId' | 'date' | 'title'> & Partial<AgendaEntry>,
): AgendaEntry => ({
  endDate: own.date,
  startTime: '',
  durationMinutes: 0,
  place: '',
  personId: null,
  personName: '',
  competencyIds: [],
  partnerId: null,
  partnerName: '',
  isDuty: false,
  isDone: false,
  ...own,
});

const plannedEntries = (calendar: Calendar): AgendaEntry[] =>
  calendar.sessions.map((one) =>
    plain({
      key: `session/${one.id}`,
      kind: 'session',
      rowId: one.id,
      date: one.date,
      startTime: one.startTime,
      durationMinutes: one.durationMinutes,
      title: one.focus,
      place: one.workshop,
      personId: one.expertId,
      personName: one.expertName ?? '',
      competencyIds: [one.competencyId],
      isDone: one.sessionId !== null,
    }),
  );

const heldEntries = (calendar: Calendar): AgendaEntry[] =>
  calendar.unplanned.map((one) =>
    plain({
      key: `held/${one.id}`,
      kind: 'session',
      rowId: one.id,
      date: one.date,
      durationMinutes: one.durationMinutes ?? 0,
      title: '',
      place: one.workshop,
      competencyIds: [one.competencyId],
      isDone: true,
    }),
  );

/** Sessions, milestones and championship days of the training plans, and absences of students. */
const planDates: AgendaSource = async (db, { from, to, today }) => {
  const calendar = await describeCalendar(db, { from, to }, today);
  const milestones = calendar.milestones.map((one) =>
    plain({
      key: `milestone/${one.id}`,
      kind: 'milestone',
      rowId: one.id,
      date: one.date,
      title: one.title,
      competencyIds: [one.competencyId],
    }),
  );
  const championships = calendar.championships.map((one) =>
    plain({
      key: `plan/${one.planId}`,
      kind: 'championship',
      rowId: one.planId,
      date: one.date,
      title: one.title,
      competencyIds: [one.competencyId],
    }),
  );
  const absences = calendar.absences.map((one) =>
    plain({
      key: `absence/${one.id}`,
      kind: 'absence',
      rowId: one.studentId,
      date: one.fromDate,
      endDate: one.toDate,
      title: `${one.surname} ${one.givenName}`.trim(),
      place: one.reason,
    }),
  );
  return [
    ...plannedEntries(calendar),
    ...heldEntries(calendar),
    ...milestones,
    ...championships,
    ...absences,
  ];
};

const partnerDates: AgendaSource = (db, { today }) => listPartnerDates(db, today);
const eventDates: AgendaSource = (db) => listEventDates(db);
const baseDates: AgendaSource = (db, { today }) => listBaseDates(db, today);
const goalDates: AgendaSource = async (db, { from, to }) =>
  (await listGoalDates(db, { from, to })).map((one) =>
    plain({ ...one, key: `goal/${one.rowId}`, kind: 'goal' }),
  );

/** What features have with a date, for the one calendar. */
export const agendaSources: readonly AgendaSource[] = [
  planDates,
  partnerDates,
  eventDates,
  baseDates,
  goalDates,
];
