import type { Kysely } from 'kysely';
import type { RouteOutput } from '#shared/contract/registry.ts';
import {
  formAfter,
  mayVerifyRest,
  resultOfForms,
  standingOf,
  takeFormStep,
  type FormRecord,
  type MarkingFormStep,
} from '#shared/domain/assessment/formLife.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, assertFound, found } from '../../router/refusal.ts';
import {
  allThere,
  listSessionAttempts,
  readAttempt,
  readExpertNames,
  type AttemptFacts,
} from './assessment.repository.ts';
import {
  countFilledForms,
  formKey,
  listFormsOfScheme,
  readFormChecks,
  type FormCheck,
} from './formChecks.repository.ts';
import { stepRefusal } from './stepRefusal.ts';

type Db = Kysely<Schema>;

const isInScope = (attempt: AttemptFacts, subCriterionId: string): boolean =>
  attempt.subCriterionIds === null || attempt.subCriterionIds.has(subCriterionId);

/** The marking forms of an attempt. */
interface FormsOfAttempt {
  attempt: AttemptFacts;
  /** Sub-criteria that are practised, with the number of aspects without an entry. */
  missing: Map<string, number>;
  checks: Map<string, FormCheck>;
}

async function readForms(db: Db, attempt: AttemptFacts): Promise<FormsOfAttempt> {
  const filled = await countFilledForms(db, [attempt.id]);
  const own = (await listFormsOfScheme(db, attempt.schemeId)).filter((form) =>
    isInScope(attempt, form.subCriterionId),
  );
  return {
    attempt,
    missing: new Map(
      own.map((form) => [
        form.subCriterionId,
        form.aspectCount - (filled.get(formKey(attempt.id, form.subCriterionId)) ?? 0),
      ]),
    ),
    checks: await readFormChecks(db, [attempt.id]),
  };
}

const checkOf = (forms: FormsOfAttempt, subCriterionId: string): FormCheck | undefined =>
  forms.checks.get(formKey(forms.attempt.id, subCriterionId));

/** Where each form stands. @throws Refusal `attempt_closed` for one who is out of the competition */
function standings(forms: FormsOfAttempt): Map<string, FormRecord> {
  return new Map(
    [...forms.missing.keys()].map((subCriterionId) => {
      const standing = standingOf(forms.attempt, checkOf(forms, subCriterionId)?.record);
      if (standing === null) throw new Refusal('attempt_closed', 'the competitor is out of the competition');
      return [subCriterionId, standing];
    }),
  );
}

function store(
  work: Work,
  forms: FormsOfAttempt,
  to: { subCriterionId: string; record: FormRecord; reason: string | null },
): void {
  const { state, completedBy, verifiedBy } = to.record;
  const fields = { status: state, completed_by: completedBy, verified_by: verifiedBy, reason: to.reason };
  const known = checkOf(forms, to.subCriterionId);
  if (known) work.updateKnown('form_checks', known.row, fields);
  else {
    const place = { attempt_id: forms.attempt.id, sub_criterion_id: to.subCriterionId };
    work.insert('form_checks', { id: work.newId(), ...place, ...fields });
  }
}

/** A step of marking forms: by whom, and why. */
export interface FormStepInput {
  forms: readonly { attemptId: string; subCriterionId: string }[];
  step: MarkingFormStep;
  byExpertId: string | null;
  reason: string;
}

/**
 * Takes the step in some forms of one attempt. The result follows its forms: it is verified once all of them are, and
 * open again as soon as one is; the others then keep on their own record what the result said for them.
 */
async function changeFormsOf(
  work: Work,
  attemptId: string,
  input: { subCriterionIds: readonly string[] } & Omit<FormStepInput, 'forms'>,
): Promise<void> {
  const attempt = found(await readAttempt(work.db, attemptId), 'attempt');
  const forms = await readForms(work.db, attempt);
  const before = standings(forms);
  const chosen = new Set(input.subCriterionIds);
  const after = new Map(before);
  for (const subCriterionId of chosen) {
    after.set(
      subCriterionId,
      stepped(forms, found(before.get(subCriterionId), 'sub-criterion'), { subCriterionId, ...input }),
    );
  }
  const reason = input.reason === '' ? null : input.reason;
  for (const [subCriterionId, record] of after) {
    const isChosen = chosen.has(subCriterionId);
    if (!isChosen && isOnRecord(checkOf(forms, subCriterionId)?.record, record)) continue;
    store(work, forms, { subCriterionId, record, reason: isChosen ? reason : null });
  }
  await followForms(work, attempt, { forms: [...after.values()], by: input.byExpertId, reason });
}

/** What the step makes of a form. @throws Refusal when it cannot be taken */
function stepped(
  forms: FormsOfAttempt,
  standing: FormRecord,
  input: { subCriterionId: string } & Omit<FormStepInput, 'forms'>,
): FormRecord {
  const { step, byExpertId: by, reason } = input;
  const missingCount = forms.missing.get(input.subCriterionId) ?? 0;
  const result = takeFormStep({ ...standing, missingCount }, { step, by, reason });
  if (!result.ok) throw stepRefusal(result.problem, standing.state, missingCount);
  return formAfter(standing, step, by);
}

/** Whether a form that nobody touched needs no entry of its own. */
const isOnRecord = (known: FormRecord | undefined, now: FormRecord): boolean =>
  known === undefined
    ? now.state === 'draft'
    : known.state === now.state &&
      known.completedBy === now.completedBy &&
      known.verifiedBy === now.verifiedBy;

/** Puts the whole result where its forms are. */
async function followForms(
  work: Work,
  attempt: AttemptFacts,
  now: { forms: readonly FormRecord[]; by: string | null; reason: string | null },
): Promise<void> {
  const state = resultOfForms(now.forms);
  if (state === attempt.state) return;
  const people = [...new Set(now.forms.flatMap((form) => form.completedBy ?? []))];
  const completedBy = people.length === 1 ? (people[0] ?? null) : (attempt.completedBy ?? now.by);
  await work.update('attempts', attempt.id, {
    status: state,
    completed_by: state === 'draft' ? null : completedBy,
    verified_by: state === 'verified' ? now.by : null,
    state_reason: now.reason,
  });
}

/**
 * Takes the next step of marking forms, all or none: finished by one person, verified by another, opened again with a
 * reason. @throws Refusal `not_found`, `attempt_closed`, and those of a step
 */
export async function changeForms(work: Work, input: FormStepInput): Promise<void> {
  const { forms, ...step } = input;
  if (step.byExpertId !== null) {
    assertFound(await allThere(work.db, 'experts', [step.byExpertId]), 'expert');
  }
  for (const [attemptId, own] of Map.groupBy(forms, (form) => form.attemptId)) {
    const subCriterionIds = own.map((form) => form.subCriterionId);
    await changeFormsOf(work, attemptId, { subCriterionIds, ...step });
  }
  work.describe({ count: forms.length });
}

/** @throws Refusal `attempt_same_person` when somebody would verify what the same person finished */
export async function assertMayVerifyRest(
  work: Work,
  attempt: AttemptFacts,
  by: string | null,
): Promise<void> {
  const forms = await readForms(work.db, attempt);
  if (!mayVerifyRest([...standings(forms).values()], by)) {
    throw stepRefusal('same_person', attempt.state, 0);
  }
}

/** A result that is opened again is open in all its forms. */
export async function reopenForms(work: Work, attemptId: string, reason: string): Promise<void> {
  for (const { row, record } of (await readFormChecks(work.db, [attemptId])).values()) {
    if (record.state === 'draft') continue;
    const fields = { status: 'draft', completed_by: null, verified_by: null, reason: reason || null };
    work.updateKnown('form_checks', row, fields);
  }
}

/** Where the forms of the attempts at a scheme in a session stand, or of one of them. @throws Refusal `not_found` */
export async function getForms(
  db: Db,
  input: { sessionId: string; schemeId: string; attemptId?: string | undefined },
): Promise<RouteOutput<'assessment.getForms'>> {
  assertFound(await allThere(db, 'sessions', [input.sessionId]), 'session');
  const attempts = (await listSessionAttempts(db, input.sessionId)).filter(
    (attempt) =>
      attempt.schemeId === input.schemeId &&
      (input.attemptId === undefined || attempt.id === input.attemptId),
  );
  const ids = attempts.map((attempt) => attempt.id);
  const schemeForms = await listFormsOfScheme(db, input.schemeId);
  const filled = await countFilledForms(db, ids);
  const checks = await readFormChecks(db, ids);
  const people = [...checks.values()].flatMap(({ record }) => [record.completedBy, record.verifiedBy]);
  const whole = attempts.flatMap((attempt) => [attempt.completedBy, attempt.verifiedBy]);
  const names = await readExpertNames(
    db,
    [...people, ...whole].filter((id) => id !== null),
  );
  const nameOf = (id: string | null | undefined): string | null => (id ? (names.get(id) ?? null) : null);
  return {
    forms: attempts.flatMap((attempt) =>
      schemeForms
        .filter((form) => isInScope(attempt, form.subCriterionId))
        .map(({ subCriterionId, aspectCount }) => {
          const key = formKey(attempt.id, subCriterionId);
          const standing = standingOf(attempt, checks.get(key)?.record);
          return {
            attemptId: attempt.id,
            subCriterionId,
            state: standing?.state ?? ('out' as const),
            missingCount: aspectCount - (filled.get(key) ?? 0),
            completedBy: nameOf(standing?.completedBy),
            verifiedBy: nameOf(standing?.verifiedBy),
            reason: checks.get(key)?.row.reason ?? '',
          };
        }),
    ),
  };
}
