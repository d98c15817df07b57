import { z } from 'zod';
import { consentAnswers, consentPurposes, consentRelations } from '#shared/domain/privacy/consents.ts';
import { command, query } from './route.ts';
import { day, done, filledLine, id, line, moment, nothing } from './values.ts';

const consentFields = {
  studentId: id,
  purpose: z.enum(consentPurposes),
  state: z.enum(consentAnswers),
  givenOn: day,
  validUntil: day.nullable(),
  /** Who signed. */
  person: filledLine,
  relation: z.enum(consentRelations),
  notes: line,
};

const consent = z.object({ id, ...consentFields });
export type ConsentRow = z.infer<typeof consent>;

export const erasureReasons = ['request', 'retention', 'mistake'] as const;

const gap = z.enum(['missing', 'expired', 'no_longer', 'guardian_needed']);

/** What a table holds about a person. */
const holding = z.object({
  table: z.string(),
  rows: z.array(z.array(z.object({ column: z.string(), value: z.union([z.string(), z.number()]) }))),
});

export const privacyRoutes = {
  'privacy.listConsents': query({
    permission: 'privacy.read',
    input: z.strictObject({ studentId: id }),
    output: z.object({ consents: z.array(consent), gap: gap.nullable() }),
    errors: ['not_found'],
  }),
  'privacy.recordConsent': command({
    permission: 'privacy.write',
    input: z.strictObject(consentFields),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'privacy.removeConsent': command({
    permission: 'privacy.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Active students whose consent is missing, and those whose data has been kept for long enough. */
  'privacy.getOverview': query({
    permission: 'privacy.read',
    input: nothing,
    output: z.object({
      gaps: z.array(z.object({ studentId: id, name: z.string(), groupName: z.string(), gap })),
      retentionYears: z.number().int(),
      due: z.array(z.object({ studentId: id, name: z.string(), leftOn: day })),
      erasures: z.array(z.object({ erasedOn: day, reason: z.enum(erasureReasons) })),
    }),
  }),
  'privacy.setRetention': command({
    permission: 'privacy.write',
    input: z.strictObject({ years: z.number().int().min(1).max(75) }),
    output: done,
  }),
  /** All that is held about a student: for the student, the parents, an inspection. */
  'privacy.inspect': query({
    permission: 'privacy.read',
    input: z.strictObject({ studentId: id }),
    output: z.object({
      name: z.string(),
      madeAt: moment,
      holdings: z.array(holding),
      /** Results: what was trained and what it gave. */
      attempts: z.array(
        z.object({
          date: day,
          competencyId: id,
          schemeTitle: z.string(),
          markHundredths: z.number().int(),
          maxHundredths: z.number().int(),
        }),
      ),
      changes: z.number().int(),
      attachments: z.array(z.string()),
    }),
    errors: ['not_found'],
  }),
  /**
   * Erases a person: marks stay for the statistics, no name stays in the database, its history, and backups and exports
   * made from now on. Cannot be undone.
   */
  'privacy.erase': command({
    permission: 'privacy.erase',
    input: z.strictObject({ studentId: id, reason: z.enum(erasureReasons) }),
    output: z.object({
      /** Backups made before, which still hold the name. */
      olderBackups: z.number().int(),
    }),
    errors: ['not_found'],
  }),
};
