import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound, found } from '../../router/refusal.ts';
import type { WorkbookReader } from '../../workers/readWorkbook.ts';
import { describeBlocks, describeStock } from './blocks.service.ts';
import { describeCourse, describeReminders } from './course.service.ts';
import { describeGap, describeOverview } from './gap.service.ts';
import { importItems } from './import.service.ts';
import { listWorkshops } from './inventory.repository.ts';
import {
  addInventory,
  addMovement,
  addWorkshop,
  describeInventory,
  describeMovements,
  removeInventory,
  removeMovement,
  removeWorkshop,
  splitInventory,
  updateInventory,
  updateWorkshop,
} from './inventory.service.ts';
import { exists, getItem, getList, listLists } from './lists.repository.ts';
import {
  addLinks,
  createList,
  describeSuggestions,
  exportList,
  insertItems,
  removeList,
  setLinks,
  updateItem,
  updateList,
} from './lists.service.ts';
import { exportPurchases } from './purchaseBook.service.ts';
import {
  addPurchase,
  describePurchases,
  planPurchases,
  receivePurchase,
  removePurchase,
  updatePurchase,
} from './purchases.service.ts';
import { searchBase } from './search.repository.ts';

type BaseHandlers = FeatureHandlers<'base'>;
type Part<Names extends keyof BaseHandlers> = Pick<BaseHandlers, Names>;

const lists: Part<
  | 'base.listLists'
  | 'base.getList'
  | 'base.createList'
  | 'base.updateList'
  | 'base.removeList'
  | 'base.addItem'
  | 'base.updateItem'
  | 'base.removeItem'
  | 'base.exportList'
  | 'base.setLinks'
  | 'base.suggestLinks'
  | 'base.addLinks'
> = {
  'base.listLists': async ({ competencyId }, { db }) => ({ lists: await listLists(db, competencyId) }),
  'base.getList': async ({ id }, { db }) => found(await getList(db, id), 'list'),
  'base.createList': async (input, { write }) => ({ id: await write((work) => createList(work, input)) }),
  'base.updateList': async (input, { write }) => {
    await write((work) => updateList(work, input));
    return {};
  },
  'base.removeList': async ({ id }, { write }) => {
    await write((work) => removeList(work, id));
    return {};
  },
  'base.addItem': async ({ listId, ...item }, { write }) => {
    const [id] = await write(async (work) => {
      assertFound(await exists(work.db, 'infrastructure_lists', listId), 'list');
      work.describe({ name: item.name });
      return insertItems(work, listId, [{ ...item, categoryLabel: '' }]);
    });
    return { id: found(id, 'item') };
  },
  'base.updateItem': async ({ id, ...item }, { write }) => {
    await write((work) => updateItem(work, id, item));
    return {};
  },
  'base.removeItem': async ({ id }, { write }) => {
    await write(async (work) => {
      const item = found(await getItem(work.db, id), 'item');
      await work.remove('infrastructure_items', id);
      work.describe({ name: item.name });
    });
    return {};
  },
  'base.exportList': async (input, { db }) => exportList(db, input),
  'base.setLinks': async ({ itemId, inventoryIds }, { write }) => {
    await write((work) => setLinks(work, itemId, inventoryIds));
    return {};
  },
  'base.suggestLinks': async ({ listId }, { db }) => ({ suggestions: await describeSuggestions(db, listId) }),
  'base.addLinks': async ({ links }, { write }) => {
    await write((work) => addLinks(work, links));
    return {};
  },
};

const inventory: Part<
  | 'base.listWorkshops'
  | 'base.addWorkshop'
  | 'base.updateWorkshop'
  | 'base.removeWorkshop'
  | 'base.listInventory'
  | 'base.addInventory'
  | 'base.updateInventory'
  | 'base.splitInventory'
  | 'base.removeInventory'
  | 'base.listStock'
  | 'base.listMovements'
  | 'base.addMovement'
  | 'base.removeMovement'
  | 'base.search'
> = {
  'base.listWorkshops': async (_, { db }) => ({ workshops: await listWorkshops(db) }),
  'base.addWorkshop': async (input, { write }) => ({ id: await write((work) => addWorkshop(work, input)) }),
  'base.updateWorkshop': async ({ id, ...input }, { write }) => {
    await write((work) => updateWorkshop(work, id, input));
    return {};
  },
  'base.removeWorkshop': async ({ id }, { write }) => {
    await write((work) => removeWorkshop(work, id));
    return {};
  },
  'base.listInventory': async ({ search }, { db }) => ({
    inventory: await describeInventory(db, search ?? ''),
  }),
  'base.addInventory': async (input, { write, today }) => ({
    id: await write((work) => addInventory(work, input, today)),
  }),
  'base.updateInventory': async (input, { write, today }) => {
    await write((work) => updateInventory(work, input, today));
    return {};
  },
  'base.splitInventory': async (input, { write, today }) => ({
    id: await write((work) => splitInventory(work, input, today)),
  }),
  'base.removeInventory': async ({ id }, { write }) => {
    await write((work) => removeInventory(work, id));
    return {};
  },
  'base.listStock': async ({ competencyId }, { db, today }) => ({
    stock: await describeStock(db, competencyId, today),
  }),
  'base.listMovements': async ({ inventoryId }, { db }) => ({
    movements: await describeMovements(db, inventoryId),
  }),
  'base.addMovement': async (input, { write }) => ({ id: await write((work) => addMovement(work, input)) }),
  'base.removeMovement': async ({ id }, { write }) => {
    await write((work) => removeMovement(work, id));
    return {};
  },
  'base.search': async ({ text, limit }, { db }) => ({ found: await searchBase(db, text, limit) }),
};

const gap: Part<
  | 'base.overview'
  | 'base.gap'
  | 'base.listBlocks'
  | 'base.listReminders'
  | 'base.course'
  | 'base.listPurchases'
  | 'base.planPurchases'
  | 'base.addPurchase'
  | 'base.updatePurchase'
  | 'base.removePurchase'
  | 'base.receivePurchase'
  | 'base.exportPurchases'
> = {
  'base.overview': async ({ target }, { db, today }) => describeOverview(db, target, today),
  'base.gap': async (input, { db, today }) => describeGap(db, input, today),
  'base.listBlocks': async (input, { db, today }) => describeBlocks(db, input, today),
  'base.listReminders': async ({ days }, { db, today }) => ({
    reminders: await describeReminders(db, days, today),
  }),
  'base.course': async ({ months }, { db, today }) => describeCourse(db, months, today),
  'base.listPurchases': async (_, { db }) => ({ purchases: await describePurchases(db) }),
  'base.planPurchases': async (input, { write, today }) => ({
    added: await write((work) => planPurchases(work, input, today)),
  }),
  'base.addPurchase': async (input, { write }) => ({ id: await write((work) => addPurchase(work, input)) }),
  'base.updatePurchase': async ({ id, ...input }, { write }) => {
    await write((work) => updatePurchase(work, id, input));
    return {};
  },
  'base.removePurchase': async ({ id }, { write }) => {
    await write((work) => removePurchase(work, id));
    return {};
  },
  'base.receivePurchase': async (input, { write, today }) => ({
    inventoryId: await write((work) => receivePurchase(work, input, today)),
  }),
  'base.exportPurchases': async (input, { db }) => exportPurchases(db, input),
};

/** Lists, inventory, the gap between them, stock and purchases. */
export function createBaseHandlers(workbooks: WorkbookReader): BaseHandlers {
  return {
    ...lists,
    ...inventory,
    ...gap,
    'base.importItems': (input, context) => importItems(workbooks, input, context),
  };
}
