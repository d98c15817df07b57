import { z } from 'zod';
import { conflictKinds } from './assessment.ts';
import { day, filledLine, id, line, moment, text } from './values.ts';

/** What enterprises and organisations work in. */
export const partnerSectors = [
  'energy',
  'construction',
  'metal',
  'transport',
  'agriculture',
  'food',
  'services',
  'it',
  'health',
  'education',
  'government',
  'other',
] as const;
/** How far the work with a partner has come. */
export const partnerStates = ['prospect', 'active', 'former'] as const;
/** Whose duty something is. */
export const agreementSides = ['college', 'partner', 'third'] as const;
export const agreementKinds = ['two_sided', 'three_sided'] as const;
export const obligationStates = ['open', 'done', 'waived'] as const;
/** What a partner may give; internships have a table of their own. */
export const contributionKinds = [
  'judging',
  'mentoring',
  'equipment',
  'practice_places',
  'prizes',
  'training',
  'other',
] as const;
export const visitDirections = ['to_college', 'to_partner'] as const;
export const visitStates = ['planned', 'held', 'cancelled'] as const;
export const industryRoles = ['mentor', 'judge', 'both'] as const;
export const internshipStates = ['planned', 'done', 'cancelled'] as const;

/** Most rows that a list inside a record takes. */
const MOST = 60;
const clock = z.string().regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/);
const ids = z.array(id).max(200);

const partnerFields = {
  name: filledLine,
  sector: z.enum(partnerSectors),
  region: line,
  address: line,
  /** Business identification number of Kazakhstan: 12 digits, or empty. */
  bin: line,
  website: line,
  state: z.enum(partnerStates),
  contacts: z.array(z.strictObject({ name: filledLine, position: line, phone: line, email: line })).max(MOST),
  /** Competencies that the partner can help with. */
  competencyIds: ids,
  notes: text,
};
/** What the form of a partner holds. */
export const partnerInput = z.strictObject(partnerFields);
export type PartnerInput = z.infer<typeof partnerInput>;
export const partnerRow = z.object({ id, ...partnerFields, updatedAt: moment });
export type PartnerRow = z.infer<typeof partnerRow>;

const agreementFields = {
  partnerId: id,
  kind: z.enum(agreementKinds),
  /** The third side of a three-sided agreement, for example the education department. */
  thirdParty: line,
  number: line,
  subject: filledLine,
  collegeSignatory: line,
  partnerSignatory: line,
  thirdSignatory: line,
  startDate: day,
  /** Null: without a term. */
  endDate: day.nullable(),
  /** Months by which it renews itself at its end; 0: it ends. */
  renewalMonths: z.number().int().min(0).max(120),
  /** Day on which it was ended before its time. */
  terminatedDate: day.nullable(),
  /** The visit that it came from. */
  visitId: id.nullable(),
  notes: text,
};
/** What the form of an agreement holds. */
export const agreementInput = z.strictObject(agreementFields);
export type AgreementInput = z.infer<typeof agreementInput>;

const obligationFields = {
  agreementId: id,
  side: z.enum(agreementSides),
  what: filledLine,
  dueDate: day.nullable(),
  /** An expert of ours who answers for it; null: nobody of ours, or nobody yet. */
  responsibleId: id.nullable(),
  /** Name of somebody who is not among the experts. */
  responsible: line,
  state: z.enum(obligationStates),
  doneDate: day.nullable(),
  notes: text,
};
/** What the form of an obligation holds. */
export const obligationInput = z.strictObject(obligationFields);
export type ObligationInput = z.infer<typeof obligationInput>;
export const obligationRow = z.object({ id, ...obligationFields, responsibleName: z.string() });
export type ObligationRow = z.infer<typeof obligationRow>;

export const agreementRow = z.object({
  id,
  ...agreementFields,
  partnerName: z.string(),
  obligations: z.array(obligationRow),
});
export type AgreementRow = z.infer<typeof agreementRow>;

const contributionFields = {
  partnerId: id,
  kind: z.enum(contributionKinds),
  date: day,
  what: filledLine,
  /** Pieces, places, persons or days: what the kind counts. */
  quantity: z.number().int().min(0).max(1_000_000),
  /** Worth in tenge; null when nobody said. */
  valueTenge: z.number().int().min(0).max(1_000_000_000_000).nullable(),
  competencyId: id.nullable(),
  agreementId: id.nullable(),
  visitId: id.nullable(),
  notes: text,
};
/** What the form of a contribution holds. */
export const contributionInput = z.strictObject(contributionFields);
export type ContributionInput = z.infer<typeof contributionInput>;
export const contributionRow = z.object({ id, ...contributionFields });
export type ContributionRow = z.infer<typeof contributionRow>;

const visitFields = {
  partnerId: id,
  direction: z.enum(visitDirections),
  date: day,
  startTime: clock,
  durationMinutes: z.number().int().min(0).max(100_000),
  place: line,
  subject: filledLine,
  state: z.enum(visitStates),
  programme: z.array(z.strictObject({ time: clock, what: filledLine })).max(MOST),
  delegation: z.array(z.strictObject({ name: filledLine, position: line })).max(MOST),
  /** Names of the workshops that were seen. */
  workshops: z.array(filledLine).max(MOST),
  competencyIds: ids,
  studentIds: ids,
  expertIds: ids,
  /** What was said. */
  said: text,
  outcome: text,
};
/** What the form of a visit holds. */
export const visitInput = z.strictObject(visitFields);
export type VisitInput = z.infer<typeof visitInput>;
export const visitRow = z.object({ id, ...visitFields, partnerName: z.string() });
export type VisitRow = z.infer<typeof visitRow>;

const industryFields = {
  partnerId: id,
  expertId: id,
  role: z.enum(industryRoles),
  competencyIds: ids,
  /** Days on which the person can come; empty: by appointment. */
  availability: z.array(z.strictObject({ fromDate: day, toDate: day })).max(MOST),
  notes: text,
};
/** What the form of a mentor or judge of a partner holds. */
export const industryInput = z.strictObject(industryFields);
export type IndustryInput = z.infer<typeof industryInput>;
export const industryRow = z.object({
  id,
  ...industryFields,
  partnerName: z.string(),
  expertName: z.string(),
  /** Students whom the person must not judge: declared, or as their mentor. */
  conflicts: z.array(z.object({ studentId: id, studentName: z.string(), why: z.enum(conflictKinds) })),
});
export type IndustryRow = z.infer<typeof industryRow>;

const internshipFields = {
  studentId: id,
  partnerId: id,
  competencyId: id.nullable(),
  mentorId: id.nullable(),
  /** Name of a mentor who is not among the experts. */
  mentor: line,
  startDate: day,
  endDate: day,
  place: line,
  /** Minutes a week that the student works there. */
  weeklyMinutes: z.number().int().min(0).max(10_080),
  /** Minutes that were worked in all; null until it is known. */
  doneMinutes: z.number().int().min(0).max(1_000_000).nullable(),
  state: z.enum(internshipStates),
  tasks: text,
  /** What the mentor found by section of the standard, 0…3; no mark, and never mixed with marks. */
  sections: z
    .array(z.strictObject({ number: z.number().int().min(1).max(99), level: z.number().int().min(0).max(3) }))
    .max(99),
  conclusion: text,
};
/** What the form of an internship holds. */
export const internshipInput = z.strictObject(internshipFields);
export type InternshipInput = z.infer<typeof internshipInput>;
export const internshipRow = z.object({
  id,
  ...internshipFields,
  partnerName: z.string(),
  studentName: z.string(),
  mentorName: z.string(),
});
export type InternshipRow = z.infer<typeof internshipRow>;
