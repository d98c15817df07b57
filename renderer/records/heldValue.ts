import type { TFunction } from 'i18next';
import type { Format } from '../i18n/format.ts';
import { fieldValue } from './fieldValue.ts';

/** A value of a row, with where it stands. */
export interface HeldValue {
  table: string;
  column: string;
  value: string | number;
}

/** Keys of the words for the codes that stand in a column; elsewhere a value is text, a number or a day. */
const CODES: Record<string, (code: string) => string> = {
  'students.sex': (code) => `people:sex.${code}`,
  'competencies.sector': (code) => `competencies:sector.${code}`,
  'candidates.status': (code) => `competencies:status.${code}`,
  'attendance.state': (code) => `training:attendance.${code}`,
  'attempts.status': (code) => `assessment:state.${code}`,
  'timers.state': (code) => `training:board.state.${code}`,
  'incidents.category': (code) => `training:incident.${code}`,
  'weekly_hours.kind': (code) => `plan:hours.kind.${code}`,
  'goals.kind': (code) => `insight:goal.kind.${code}`,
  'selection_overrides.rule': (code) => `selection:eligibility.${code}`,
  'candidate_assessments.criterion': (code) => `selection:criterion.${code}`,
  'selection_replacements.seat': (code) => `selection:seat.${code}`,
  'selection_replacements.reason': (code) => `selection:reason.${code}`,
  'internships.state': (code) => `partners:internshipState.${code}`,
  'event_participants.role': (code) => `events:role.${code}`,
  'event_participants.presence': (code) => `events:presence.${code}`,
  'student_awards.kind': (code) => `events:awardKind.${code}`,
  'partners.sector': (code) => `partners:sector.${code}`,
  'partners.state': (code) => `partners:state.${code}`,
  'agreements.kind': (code) => `partners:agreementKind.${code}`,
  'obligations.side': (code) => `partners:side.${code}`,
  'obligations.state': (code) => `partners:obligationState.${code}`,
  'contributions.kind': (code) => `partners:contributionKind.${code}`,
  'industry_people.role': (code) => `partners:role.${code}`,
  'visits.direction': (code) => `partners:direction.${code}`,
  'visits.state': (code) => `partners:visitState.${code}`,
  'tasks.side': (code) => `tasks:side.${code}`,
  'tasks.state': (code) => `tasks:state.${code}`,
  'development_events.kind': (code) => `events:kind.${code}`,
  'development_events.state': (code) => `events:state.${code}`,
  'infrastructure_items.category': (code) => `base:category.${code}`,
  'infrastructure_items.norm_per': (code) => `base:normPer.${code}`,
  'infrastructure_items.rule': (code) => `base:rule.${code}`,
  'inventory_items.category': (code) => `base:category.${code}`,
  'inventory_items.state': (code) => `base:state.${code}`,
  'purchases.priority': (code) => `base:priority.${code}`,
  'purchases.state': (code) => `base:purchaseState.${code}`,
  'championships.stage': (code) => `selection:stage.${code}`,
  'planned_sessions.kind': (code) => `plan:kind.${code}`,
  'schemes.kind': (code) => `schemes:kind.${code}`,
  'consents.purpose': (code) => `privacy:purpose.${code}`,
  'consents.state': (code) => `privacy:answer.${code}`,
  'consents.relation': (code) => `privacy:relation.${code}`,
  'erasures.reason': (code) => `privacy:reason.${code}`,
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value of any table as people read it: codes in words, hundredths, days and moments in the form of the language. */
export function heldValue(t: TFunction, format: Format, { table, column, value }: HeldValue): string {
  const keyOf = CODES[`${table}.${column}`];
  if (keyOf !== undefined) return t(keyOf(String(value)), { defaultValue: String(value) });
  if (typeof value === 'number' && column.endsWith('_tiyn')) return format.hundredths(value);
  if (typeof value === 'number' && column.endsWith('_hundredths')) return format.shortHundredths(value);
  if (typeof value === 'string' && MOMENT.test(value)) return format.dateTime(value);
  return fieldValue(t, format, column, value);
}
