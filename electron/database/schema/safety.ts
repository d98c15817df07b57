import type { EntityColumns } from './columns.ts';

/** A person who works with the program. The password is not here: the change log must never hold it. */
export interface ProfileTable extends EntityColumns {
  name: string;
  role: string;
  expert_id: string | null;
  /** 0: may not sign in. */
  active: number;
}

export interface ProfileCompetencyTable extends EntityColumns {
  profile_id: string;
  competency_id: string;
}

/** One consent of a student or a guardian to one purpose. */
export interface ConsentTable extends EntityColumns {
  student_id: string;
  purpose: string;
  state: string;
  given_on: string;
  valid_until: string | null;
  /** Guardian or the student; who signed. */
  person: string;
  relation: string;
  notes: string;
}

/** That somebody was erased, when and why; no name. */
export interface ErasureTable extends EntityColumns {
  student_id: string;
  erased_on: string;
  reason: string;
}

export interface SafetyTables {
  profiles: ProfileTable;
  profile_competencies: ProfileCompetencyTable;
  consents: ConsentTable;
  erasures: ErasureTable;
}

/** A table only follows those that it refers to. */
export const safetyTableNames = [
  'profiles',
  'profile_competencies',
  'consents',
  'erasures',
] as const satisfies readonly (keyof SafetyTables)[];

/** Hash of a password or PIN. Not an entity: it is in no history and cannot be brought back by undo. */
export interface CredentialTable {
  profile_id: string;
  kind: string;
  /** Hash with its parameters, as JSON. */
  hash_json: string;
  failures: number;
  last_failure_at: string | null;
  last_sign_in_at: string | null;
}
