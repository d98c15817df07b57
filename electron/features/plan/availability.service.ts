import type { ParsedInput } from '#shared/contract/registry.ts';
import type { Work } from '../../database/changes/work.ts';
import { assertFound, Refusal } from '../../router/refusal.ts';
import { exists } from './calendar.repository.ts';

/** Notes days on which a student cannot come. @returns the id @throws Refusal `not_found`, `plan_dates` */
export async function addAbsence(work: Work, input: ParsedInput<'plan.addAbsence'>): Promise<string> {
  const { studentId, fromDate, toDate, reason } = input;
  if (fromDate > toDate) throw new Refusal('plan_dates', 'the first day is after the last one');
  assertFound(await exists(work.db, 'students', studentId), 'student');
  const id = work.newId();
  work.insert('absences', { id, student_id: studentId, from_date: fromDate, to_date: toDate, reason });
  return id;
}

/** Columns of weekly hours. @throws Refusal `plan_times` when only one time is given, or the end is not after the start */
function hoursFields({ kind, weekdays, fromTime, toTime, reason }: ParsedInput<'plan.addWeeklyHours'>) {
  const isWholeDay = fromTime === '' && toTime === '';
  if (!isWholeDay && (fromTime === '' || fromTime >= toTime))
    throw new Refusal('plan_times', 'the end is not after the start');
  return {
    kind,
    weekdays_json: JSON.stringify([...new Set(weekdays)].sort((a, b) => a - b)),
    from_time: fromTime,
    to_time: toTime,
    reason,
  };
}

/** Notes hours of the week in which a student can come, or cannot. @throws Refusal `not_found`, `plan_times` */
export async function addWeeklyHours(work: Work, input: ParsedInput<'plan.addWeeklyHours'>): Promise<string> {
  const fields = hoursFields(input);
  assertFound(await exists(work.db, 'students', input.studentId), 'student');
  const id = work.newId();
  work.insert('weekly_hours', { id, student_id: input.studentId, ...fields });
  return id;
}
