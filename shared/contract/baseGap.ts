import { z } from 'zod';
import { blockReasons } from '../domain/base/blocks.ts';
import { itemCategories } from '../domain/base/quantityRule.ts';
import { languages } from './app.ts';
import { amount, tiyn } from './base.ts';
import { command, query } from './route.ts';
import { day, done, filledLine, id, line, text } from './values.ts';

const target = z.discriminatedUnion('kind', [
  /** Each squad as it trains now, one competency after the other. */
  z.strictObject({ kind: z.literal('squad') }),
  /** All competencies of a championship at the same time. */
  z.strictObject({ kind: z.literal('championship'), championshipId: id }),
]);
export type GapTarget = z.infer<typeof target>;

const headcount = z.number().int().min(0).max(1000);

const summary = z.object({
  /** Hundredths of a percent; null: nothing is needed. */
  readinessHundredths: z.number().int().nullable(),
  items: z.number().int(),
  complete: z.number().int(),
  missing: z.number().int(),
  short: z.number().int(),
  broken: z.number().int(),
  reservedTwice: z.number().int(),
  uncalibrated: z.number().int(),
  costTiyn: z.number().int(),
  withoutPrice: z.number().int(),
});

const competencySummary = summary.extend({
  competencyId: id,
  /** Null: the competency has no list. */
  listId: id.nullable(),
  competitors: headcount,
  experts: headcount,
  /** Items that say no quantity yet. */
  unset: z.number().int(),
});
export type BaseReadiness = z.infer<typeof competencySummary>;

const gapLine = z.object({
  itemId: id,
  name: z.string(),
  model: z.string(),
  unit: z.string(),
  category: z.enum(itemCategories),
  needed: z.number().int(),
  covered: z.number().int(),
  reservedTwice: z.number().int(),
  repair: z.number().int(),
  buy: z.number().int(),
  broken: z.number().int(),
  gone: z.number().int(),
  uncalibrated: z.number().int(),
  isMissing: z.boolean(),
  priceTiyn: tiyn.nullable(),
  costTiyn: z.number().int().nullable(),
  inventoryIds: z.array(id),
  /** What is on the purchase list for it and not there yet. */
  orderedHundredths: z.number().int(),
});
export type GapLine = z.infer<typeof gapLine>;

const block = z.object({
  itemId: id,
  itemName: z.string(),
  unit: z.string(),
  reason: z.enum(blockReasons),
  neededHundredths: z.number().int(),
  lackingHundredths: z.number().int(),
  otherSessionId: id.nullable(),
});
const blockedSession = z.object({
  sessionId: id,
  competencyId: id,
  date: day,
  startTime: z.string(),
  focus: z.string(),
  workshop: z.string(),
  competitors: headcount,
  /** Places of the workshop when they are fewer than the competitors; null: they suffice, or are not known. */
  placesOfWorkshop: z.number().int().nullable(),
  blocks: z.array(block),
});
export type BlockedSession = z.infer<typeof blockedSession>;

export const reminderKinds = ['calibration', 'service', 'return', 'end_of_life'] as const;
const reminder = z.object({
  inventoryId: id,
  name: z.string(),
  inventoryNumber: z.string(),
  kind: z.enum(reminderKinds),
  due: day,
  isOverdue: z.boolean(),
  partnerName: z.string(),
});
export type BaseReminder = z.infer<typeof reminder>;

export const purchaseStates = ['planned', 'requested', 'ordered', 'received', 'cancelled'] as const;
export const purchasePriorities = ['urgent', 'high', 'normal'] as const;
const purchaseFields = {
  competencyId: id.nullable(),
  name: filledLine,
  quantityHundredths: amount,
  unit: line,
  priceTiyn: tiyn.nullable(),
  supplier: line,
  priority: z.enum(purchasePriorities),
  expertId: id.nullable(),
  dueDate: day.nullable(),
  state: z.enum(purchaseStates),
  notes: text,
};
const purchaseInput = z.strictObject(purchaseFields);
export type PurchaseInput = z.infer<typeof purchaseInput>;
const purchase = z.object({
  id,
  ...purchaseFields,
  itemId: id.nullable(),
  /** Of the quantity, rounded up; null: no price. */
  costTiyn: z.number().int().nullable(),
  expertName: z.string(),
});
export type PurchaseRow = z.infer<typeof purchase>;

/** Columns of the purchase list on paper. */
export const purchaseColumns = [
  'competency',
  'name',
  'quantity',
  'unit',
  'price',
  'cost',
  'priority',
  'person',
  'due',
  'state',
  'supplier',
  'notes',
] as const;

function namesOf<Name extends string>(names: readonly Name[]): Record<Name, typeof filledLine> {
  return Object.fromEntries(names.map((name) => [name, filledLine])) as Record<Name, typeof filledLine>;
}
const headings = namesOf(purchaseColumns);

const gapInput = {
  target,
  competencyId: id,
  /** In the place of the size of the squad, or of the seats of the championship. */
  competitors: headcount.optional(),
  experts: headcount.optional(),
};

export const baseGapRoutes = {
  /** Readiness of each competency that has a list or a squad. */
  'base.overview': query({
    permission: 'base.read',
    input: z.strictObject({ target }),
    output: z.object({ competencies: z.array(competencySummary), total: summary }),
    errors: ['not_found'],
  }),
  /** The gap of one competency, item by item. */
  'base.gap': query({
    permission: 'base.read',
    input: z.strictObject(gapInput),
    output: z.object({
      summary: competencySummary,
      /** Readiness of each category. */
      parts: z.array(
        z.object({
          category: z.enum(itemCategories),
          items: z.number().int(),
          complete: z.number().int(),
          readinessHundredths: z.number().int().nullable(),
        }),
      ),
      lines: z.array(gapLine),
      /** Items without a quantity: of them nothing can be said. */
      unsetItems: z.array(z.object({ itemId: id, name: z.string() })),
    }),
    errors: ['not_found'],
  }),
  /** Sessions of the next weeks that lack something. */
  'base.listBlocks': query({
    permission: 'base.read',
    input: z.strictObject({
      competencyId: id.optional(),
      days: z.number().int().min(1).max(366).default(60),
    }),
    output: z.object({ sessionCount: z.number().int(), sessions: z.array(blockedSession) }),
  }),
  'base.listReminders': query({
    permission: 'base.read',
    input: z.strictObject({ days: z.number().int().min(0).max(366).default(45) }),
    output: z.object({ reminders: z.array(reminder) }),
  }),
  /** What is needed now against what the college had at the ends of former months; without consumables. */
  'base.course': query({
    permission: 'base.read',
    input: z.strictObject({ months: z.number().int().min(1).max(36).default(12) }),
    output: z.object({
      competencies: z.array(
        z.object({
          competencyId: id,
          points: z.array(z.object({ day, readinessHundredths: z.number().int().nullable() })),
        }),
      ),
    }),
  }),
  'base.listPurchases': query({
    permission: 'base.read',
    input: z.strictObject({}),
    output: z.object({ purchases: z.array(purchase) }),
  }),
  /** Puts what the gap lacks on the purchase list; what is there already is not put again. */
  'base.planPurchases': command({
    permission: 'base.write',
    input: z.strictObject({ ...gapInput, expertId: id.nullable(), dueDate: day.nullable() }),
    output: z.object({ added: z.number().int() }),
    errors: ['not_found'],
  }),
  'base.addPurchase': command({
    permission: 'base.write',
    input: purchaseInput,
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'base.updatePurchase': command({
    permission: 'base.write',
    input: z.strictObject({ id, ...purchaseFields }),
    output: done,
    errors: ['not_found'],
  }),
  'base.removePurchase': command({
    permission: 'base.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** What has been bought goes into the inventory: onto the shelf it belongs to, or as a new row. */
  'base.receivePurchase': command({
    permission: 'base.write',
    input: z.strictObject({ id, workshopId: id.nullable(), inventoryNumber: line }),
    output: z.object({ inventoryId: id }),
    errors: ['not_found', 'conflict'],
  }),
  /** The purchase list as a workbook, in the words of the page that asks for it. */
  'base.exportPurchases': query({
    permission: 'base.read',
    input: z.strictObject({
      language: z.enum(languages),
      words: z.strictObject({
        title: filledLine,
        total: filledLine,
        headings: z.strictObject(headings),
        priorities: z.strictObject(namesOf(purchasePriorities)),
        states: z.strictObject(namesOf(purchaseStates)),
      }),
    }),
    output: z.object({ fileName: z.string(), content: z.base64() }),
  }),
};
