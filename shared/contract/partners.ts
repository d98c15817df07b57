import { z } from 'zod';
import {
  agreementInput,
  agreementRow,
  contributionInput,
  contributionKinds,
  contributionRow,
  industryInput,
  industryRow,
  internshipInput,
  internshipRow,
  obligationInput,
  partnerInput,
  partnerRow,
  visitInput,
  visitRow,
} from './partnerRecords.ts';
import { command, query } from './route.ts';
import { taskRow } from './tasks.ts';
import { day, done, id, line, nothing } from './values.ts';

/** An id when a row is changed, none when it is added. */
const idOrNew = id.optional();
const stored = z.object({ id });
const byId = z.strictObject({ id });

/** What a partner gave, in figures. */
export const partnerFigures = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(contributionKinds),
      count: z.number().int(),
      quantity: z.number().int(),
      valueTenge: z.number().int(),
    }),
  ),
  internshipCount: z.number().int(),
  internshipMinutes: z.number().int(),
  mentorCount: z.number().int(),
  judgeCount: z.number().int(),
  valueTenge: z.number().int(),
});
export type PartnerFiguresRow = z.infer<typeof partnerFigures>;

const partnerListRow = partnerRow.omit({ notes: true }).extend({
  figures: partnerFigures,
  /** Agreements in force today. */
  activeAgreements: z.number().int(),
  /** First day on which one of them ends. */
  nextEndDate: day.nullable(),
  lastVisitDate: day.nullable(),
  nextVisitDate: day.nullable(),
  /** Obligations and promises that are late. */
  overdueCount: z.number().int(),
});
export type PartnerListRow = z.infer<typeof partnerListRow>;

/** Something that asks for attention before an agreement or an obligation runs out. */
const reminder = z.object({
  kind: z.enum(['agreement_ends', 'agreement_renews', 'agreement_ended', 'obligation', 'visit_report']),
  rowId: id,
  partnerId: id,
  partnerName: z.string(),
  title: z.string(),
  date: day,
  /** Days from today; negative: late. */
  daysLeft: z.number().int(),
});
export type PartnerReminder = z.infer<typeof reminder>;

const foundRow = z.object({
  kind: z.enum(['partner', 'agreement', 'visit', 'contribution', 'event', 'award']),
  id,
  /** Partner of an agreement or of what was given, student of an award. */
  parentId: id.nullable(),
  title: z.string(),
  detail: z.string(),
});
export type FoundRecord = z.infer<typeof foundRow>;
/** What the one search of the window gets beside people and pages. */
export const foundRecords = z.object({ found: z.array(foundRow) });

export const partnerRoutes = {
  'partners.list': query({
    permission: 'partners.read',
    input: nothing,
    output: z.object({ partners: z.array(partnerListRow), reminders: z.array(reminder) }),
  }),
  /** All that is known of a partner, for its page and its paper. */
  'partners.get': query({
    permission: 'partners.read',
    input: byId,
    output: z.object({
      partner: partnerRow,
      figures: partnerFigures,
      agreements: z.array(agreementRow),
      contributions: z.array(contributionRow),
      visits: z.array(visitRow),
      people: z.array(industryRow),
      internships: z.array(internshipRow),
      tasks: z.array(taskRow),
      reminders: z.array(reminder),
    }),
    errors: ['not_found'],
  }),
  'partners.save': command({
    permission: 'partners.write',
    input: partnerInput.extend({ id: idOrNew }),
    output: stored,
    errors: ['not_found'],
  }),
  /** Deletes a partner and all that hangs on it; one undo brings all of it back. */
  'partners.remove': command({
    permission: 'partners.write',
    input: byId,
    output: done,
    errors: ['not_found'],
  }),
  'partners.listAgreements': query({
    permission: 'partners.read',
    input: nothing,
    output: z.object({ agreements: z.array(agreementRow) }),
  }),
  'partners.saveAgreement': command({
    permission: 'partners.write',
    input: agreementInput.extend({ id: idOrNew }),
    output: stored,
    errors: ['not_found', 'plan_dates', 'third_party_missing'],
  }),
  'partners.removeAgreement': command({
    permission: 'partners.write',
    input: byId,
    output: done,
    errors: ['not_found'],
  }),
  'partners.saveObligation': command({
    permission: 'partners.write',
    input: obligationInput.extend({ id: idOrNew }),
    output: stored,
    errors: ['not_found'],
  }),
  'partners.removeObligation': command({
    permission: 'partners.write',
    input: byId,
    output: done,
    errors: ['not_found'],
  }),
  'partners.saveContribution': command({
    permission: 'partners.write',
    input: contributionInput.extend({ id: idOrNew }),
    output: stored,
    errors: ['not_found'],
  }),
  'partners.removeContribution': command({
    permission: 'partners.write',
    input: byId,
    output: done,
    errors: ['not_found'],
  }),
  'partners.listVisits': query({
    permission: 'partners.read',
    input: nothing,
    output: z.object({ visits: z.array(visitRow) }),
  }),
  /** A visit with what followed from it: promises, agreements, help. */
  'partners.getVisit': query({
    permission: 'partners.read',
    input: byId,
    output: z.object({
      visit: visitRow,
      tasks: z.array(taskRow),
      agreements: z.array(agreementRow),
      contributions: z.array(contributionRow),
      studentNames: z.array(z.string()),
      expertNames: z.array(z.string()),
    }),
    errors: ['not_found'],
  }),
  'partners.saveVisit': command({
    permission: 'partners.write',
    input: visitInput.extend({ id: idOrNew }),
    output: stored,
    errors: ['not_found'],
  }),
  'partners.removeVisit': command({
    permission: 'partners.write',
    input: byId,
    output: done,
    errors: ['not_found'],
  }),
  'partners.listPeople': query({
    permission: 'partners.read',
    input: nothing,
    output: z.object({ people: z.array(industryRow) }),
  }),
  'partners.savePerson': command({
    permission: 'partners.write',
    input: industryInput.extend({ id: idOrNew }),
    output: stored,
    errors: ['not_found', 'plan_dates'],
  }),
  'partners.removePerson': command({
    permission: 'partners.write',
    input: byId,
    output: done,
    errors: ['not_found'],
  }),
  'partners.listInternships': query({
    permission: 'partners.read',
    input: z.strictObject({ studentId: id.optional() }),
    output: z.object({ internships: z.array(internshipRow) }),
  }),
  'partners.saveInternship': command({
    permission: 'partners.write',
    input: internshipInput.extend({ id: idOrNew }),
    output: stored,
    errors: ['not_found', 'plan_dates'],
  }),
  'partners.removeInternship': command({
    permission: 'partners.write',
    input: byId,
    output: done,
    errors: ['not_found'],
  }),
  'partners.search': query({
    permission: 'partners.read',
    input: z.strictObject({ text: line, limit: z.number().int().min(1).max(100).default(20) }),
    output: foundRecords,
  }),
};
