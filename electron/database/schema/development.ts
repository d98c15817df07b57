import type { EntityColumns } from './columns.ts';

export interface DevelopmentEventTable extends EntityColumns {
  kind: string;
  title: string;
  series: string;
  date: string;
  start_time: string;
  duration_minutes: number;
  place: string;
  organiser_id: string | null;
  organiser: string;
  partner_id: string | null;
  aims_json: string;
  state: string;
  description: string;
  search_text: string;
}

export interface EventParticipantTable extends EntityColumns {
  event_id: string;
  student_id: string;
  role: string;
  presence: string;
  note: string;
}

export interface StudentAwardTable extends EntityColumns {
  student_id: string;
  kind: string;
  title: string;
  issuer: string;
  date: string;
  result: string;
}

export interface TaskTable extends EntityColumns {
  title: string;
  notes: string;
  due_date: string | null;
  side: string;
  responsible_id: string | null;
  responsible: string;
  competency_id: string | null;
  partner_id: string | null;
  visit_id: string | null;
  event_id: string | null;
  state: string;
  done_date: string | null;
}

export interface DevelopmentTables {
  development_events: DevelopmentEventTable;
  event_participants: EventParticipantTable;
  student_awards: StudentAwardTable;
  tasks: TaskTable;
}

/** A table only follows those that it refers to. */
export const developmentTableNames = [
  'development_events',
  'event_participants',
  'student_awards',
  'tasks',
] as const satisfies readonly (keyof DevelopmentTables)[];
