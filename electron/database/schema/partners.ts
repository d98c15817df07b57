import type { EntityColumns } from './columns.ts';

export interface PartnerTable extends EntityColumns {
  name: string;
  sector: string;
  region: string;
  address: string;
  bin: string;
  website: string;
  state: string;
  /** JSON list of {name, position, phone, email}. */
  contacts_json: string;
  competency_ids_json: string;
  notes: string;
  search_text: string;
}

export interface VisitTable extends EntityColumns {
  partner_id: string;
  direction: string;
  date: string;
  start_time: string;
  duration_minutes: number;
  place: string;
  subject: string;
  state: string;
  programme_json: string;
  delegation_json: string;
  workshops_json: string;
  competency_ids_json: string;
  student_ids_json: string;
  expert_ids_json: string;
  said: string;
  outcome: string;
  search_text: string;
}

export interface AgreementTable extends EntityColumns {
  partner_id: string;
  kind: string;
  third_party: string;
  number: string;
  subject: string;
  college_signatory: string;
  partner_signatory: string;
  third_signatory: string;
  start_date: string;
  end_date: string | null;
  renewal_months: number;
  terminated_date: string | null;
  visit_id: string | null;
  notes: string;
  search_text: string;
}

export interface ObligationTable extends EntityColumns {
  agreement_id: string;
  side: string;
  what: string;
  due_date: string | null;
  responsible_id: string | null;
  responsible: string;
  state: string;
  done_date: string | null;
  notes: string;
}

export interface ContributionTable extends EntityColumns {
  partner_id: string;
  kind: string;
  date: string;
  what: string;
  quantity: number;
  value_tenge: number | null;
  competency_id: string | null;
  agreement_id: string | null;
  visit_id: string | null;
  notes: string;
}

export interface IndustryPersonTable extends EntityColumns {
  partner_id: string;
  expert_id: string;
  role: string;
  competency_ids_json: string;
  /** JSON list of {fromDate, toDate}. */
  availability_json: string;
  notes: string;
}

export interface InternshipTable extends EntityColumns {
  student_id: string;
  partner_id: string;
  competency_id: string | null;
  mentor_id: string | null;
  mentor: string;
  start_date: string;
  end_date: string;
  place: string;
  weekly_minutes: number;
  done_minutes: number | null;
  state: string;
  tasks: string;
  /** JSON list of {number, level}. */
  sections_json: string;
  conclusion: string;
}

export interface PartnerTables {
  partners: PartnerTable;
  visits: VisitTable;
  agreements: AgreementTable;
  obligations: ObligationTable;
  contributions: ContributionTable;
  industry_people: IndustryPersonTable;
  internships: InternshipTable;
}

/** A table only follows those that it refers to. */
export const partnerTableNames = [
  'partners',
  'visits',
  'agreements',
  'obligations',
  'contributions',
  'industry_people',
  'internships',
] as const satisfies readonly (keyof PartnerTables)[];
