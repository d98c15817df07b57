import { z } from 'zod';
import { inventoryStates } from '../domain/base/inventory.ts';
import { itemCategories } from '../domain/base/quantityRule.ts';
import { amount } from './base.ts';
import { command, query } from './route.ts';
import { day, done, filledLine, id, line, text } from './values.ts';

const workshopFields = {
  name: filledLine,
  room: line,
  places: z.number().int().min(0).max(1000),
  /** Competencies that are trained there. */
  competencyIds: z.array(id).max(64),
  expertId: id.nullable(),
  notes: text,
};
const workshopInput = z.strictObject(workshopFields);
export type WorkshopInput = z.infer<typeof workshopInput>;

const workshop = z.object({ id, ...workshopFields, inventoryCount: z.number().int() });
export type Workshop = z.infer<typeof workshop>;

const inventoryFields = {
  name: filledLine,
  model: line,
  inventoryNumber: line,
  category: z.enum(itemCategories),
  workshopId: id.nullable(),
  state: z.enum(inventoryStates),
  /** What there is now; for consumables what is left. */
  quantityHundredths: amount,
  unit: line,
  /** Since when the college has it; null: not known, then since it was written down. */
  acquiredOn: day.nullable(),
  calibratedOn: day.nullable(),
  calibrationDue: day.nullable(),
  servicedOn: day.nullable(),
  serviceDue: day.nullable(),
  endOfLife: day.nullable(),
  expertId: id.nullable(),
  /** Who lent it; empty: it is the college's own. */
  partnerName: line,
  /** The partner's row, where it is one of the college's partners. */
  partnerId: id.nullable(),
  /** Day on which it goes back. */
  lentUntil: day.nullable(),
  notes: text,
};
const inventoryInput = z.strictObject(inventoryFields);
export type InventoryInput = z.infer<typeof inventoryInput>;

const inventoryRow = z.object({
  id,
  ...inventoryFields,
  workshopName: z.string(),
  /** Items of lists that it serves. */
  itemIds: z.array(id),
  competencyIds: z.array(id),
});
export type InventoryRow = z.infer<typeof inventoryRow>;

export const movementKinds = ['bought', 'used', 'corrected'] as const;
export type MovementKind = (typeof movementKinds)[number];

const movement = z.object({
  id,
  inventoryId: id,
  kind: z.enum(movementKinds),
  date: day,
  /** Added (positive) or taken (negative). */
  changeHundredths: z.number().int(),
  sessionId: id.nullable(),
  note: z.string(),
});
export type StockMovement = z.infer<typeof movement>;

const stockItem = z.object({
  itemId: id,
  competencyId: id,
  name: z.string(),
  unit: z.string(),
  normHundredths: amount.nullable(),
  normPer: z.enum(['session', 'attempt']),
  /** Consumables on the shelf that serve it; the first one is taken first. */
  inventoryIds: z.array(id),
  /** What is left. */
  leftHundredths: z.number().int(),
  /** What practice took by the norm since it was counted. */
  usedByNormHundredths: z.number().int(),
  plannedHundredths: z.number().int(),
  plannedSessions: z.number().int(),
  /** First planned session for which it is too little; null: it lasts. */
  shortFrom: day.nullable(),
  lackingHundredths: z.number().int(),
  /** State of the norm: without one the program cannot tell. */
  outlook: z.enum(['lasts', 'short', 'no_norm', 'no_plan', 'not_linked']),
});
export type StockItem = z.infer<typeof stockItem>;

export const foundThings = ['list', 'item', 'inventory', 'workshop', 'purchase'] as const;

export const baseInventoryRoutes = {
  'base.listWorkshops': query({
    permission: 'base.read',
    input: z.strictObject({}),
    output: z.object({ workshops: z.array(workshop) }),
  }),
  'base.addWorkshop': command({
    permission: 'base.write',
    input: workshopInput,
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'base.updateWorkshop': command({
    permission: 'base.write',
    input: z.strictObject({ id, ...workshopFields }),
    output: done,
    errors: ['not_found'],
  }),
  'base.removeWorkshop': command({
    permission: 'base.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found', 'in_use'],
  }),
  'base.listInventory': query({
    permission: 'base.read',
    input: z.strictObject({ search: line.optional() }),
    output: z.object({ inventory: z.array(inventoryRow) }),
  }),
  'base.addInventory': command({
    permission: 'base.write',
    input: inventoryInput,
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  /** Another quantity of a consumable is written down as a correction. */
  'base.updateInventory': command({
    permission: 'base.write',
    input: z.strictObject({ id, ...inventoryFields }),
    output: done,
    errors: ['not_found'],
  }),
  /** Puts a part of a row into another state: one of five broke. The part becomes a row of its own. */
  'base.splitInventory': command({
    permission: 'base.write',
    input: z.strictObject({ id, state: z.enum(inventoryStates), quantityHundredths: amount.min(1) }),
    output: z.object({ id }),
    errors: ['not_found', 'conflict'],
  }),
  'base.removeInventory': command({
    permission: 'base.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Consumables of the lists that count: what is left, and how long it lasts for the plan. */
  'base.listStock': query({
    permission: 'base.read',
    input: z.strictObject({ competencyId: id.optional() }),
    output: z.object({ stock: z.array(stockItem) }),
  }),
  'base.listMovements': query({
    permission: 'base.read',
    input: z.strictObject({ inventoryId: id }),
    output: z.object({ movements: z.array(movement) }),
  }),
  'base.addMovement': command({
    permission: 'base.write',
    input: z.strictObject({
      inventoryId: id,
      kind: z.enum(movementKinds),
      date: day,
      /** Bought and used: how much. Corrected: what there really is. */
      quantityHundredths: amount,
      /** The session it was used in; takes the place of the norm there. */
      sessionId: id.nullable(),
      note: line,
    }),
    output: z.object({ id }),
    errors: ['not_found'],
  }),
  'base.removeMovement': command({
    permission: 'base.write',
    input: z.strictObject({ id }),
    output: done,
    errors: ['not_found'],
  }),
  /** Finds items, things and workshops by name or number. */
  'base.search': query({
    permission: 'base.read',
    input: z.strictObject({ text: line, limit: z.number().int().min(1).max(100).default(20) }),
    output: z.object({
      found: z.array(
        z.object({
          kind: z.enum(foundThings),
          id,
          /** The page it is on: id of the list for an item, else its own. */
          placeId: id,
          name: z.string(),
          detail: z.string(),
        }),
      ),
    }),
  }),
};
