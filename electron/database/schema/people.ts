import type { EntityColumns } from './columns.ts';

export interface StudentTable extends EntityColumns {
  surname: string;
  given_name: string;
  patronymic: string;
  /** Null: not noted. Nothing but the fairness report looks at it. */
  sex: string | null;
  birth_date: string | null;
  group_name: string;
  course: number | null;
  speciality: string;
  status: string;
  consent: string;
  consent_date: string | null;
  notes: string;
  /** Folded name, see shared/lib/searchText.ts. */
  search_text: string;
}

export interface ExpertTable extends EntityColumns {
  surname: string;
  given_name: string;
  patronymic: string;
  organisation: string;
  position: string;
  phone: string;
  email: string;
  notes: string;
  search_text: string;
}

export interface PeopleTables {
  students: StudentTable;
  experts: ExpertTable;
}

/** A table only follows those that it refers to. */
export const peopleTableNames = ['students', 'experts'] as const satisfies readonly (keyof PeopleTables)[];
