import type { SampleItem, SampleThing, SampleTradeBase } from '#shared/domain/sample/base/tradeBase.ts';
import { sampleBases } from '#shared/domain/sample/sampleBase.ts';
import { sampleTrades } from '#shared/domain/sample/sampleTrades.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { foldForSearch } from '#shared/lib/searchText.ts';
import type { NewRow, Work } from '../../database/changes/work.ts';

/** Where the rows of the base belong. */
export interface SampleBasePlaces {
  today: string;
  competencies: ReadonlyMap<string, string>;
  /** Ids of experts who can answer for things. */
  experts: readonly string[];
}

const EDITION = '2026';
const DAYS_OF_MONTH = 30;
const SESSION_MINUTES = 240;
const COUNTED_DAYS_AGO = 7;

/** Units of a consumable that are ordered at once. */
const MATERIAL_AHEAD = 10;
/** Days until what was asked for should be there. */
const MISSING_DUE_DAYS = 16;
const MATERIAL_DUE_DAYS = 9;

interface TradePlace {
  competencyId: string;
  workshopId: string;
  expertId: string | null;
  partner: string;
  /** Two digits that the inventory numbers of the trade begin with. */
  prefix: string;
  today: string;
}

const shift = (day: string, days: number): string => fromDayNumber(toDayNumber(day) + days);
const shiftOrNull = (day: string, days: number | undefined): string | null =>
  days === undefined ? null : shift(day, days);

function toItemRow(
  work: Work,
  listId: string,
  item: SampleItem,
  position: number,
): NewRow<'infrastructure_items'> {
  const texts = {
    unit: item.unit,
    ...(item.model === undefined ? {} : { model: item.model }),
    ...(item.electricity === undefined ? {} : { electricity: item.electricity }),
  };
  return {
    id: work.newId(),
    list_id: listId,
    position,
    name: item.name,
    category: item.category,
    category_label: '',
    quantity_hundredths: item.amount * 100,
    rule: item.rule,
    group_size: item.groupSize ?? null,
    texts_json: JSON.stringify(texts),
    price_tiyn: item.priceTenge === undefined ? null : item.priceTenge * 100,
    modules: item.modules ?? '',
    end_of_life: null,
    norm_hundredths: item.normHundredths ?? null,
    norm_per: 'session',
    search_text: foldForSearch(item.name, item.model ?? ''),
  };
}

function toThingRow(
  work: Work,
  { item, thing, number }: { item: SampleItem; thing: SampleThing; number: string },
  place: TradePlace,
): NewRow<'inventory_items'> {
  const { today, partner } = place;
  const isLent = thing.lentDays !== undefined;
  const isConsumable = item.category === 'consumables';
  // The shelf was counted a week ago; practice has used of it since.
  const since = shift(today, isConsumable ? -COUNTED_DAYS_AGO : -thing.monthsAgo * DAYS_OF_MONTH);
  const inventoryNumber = isConsumable ? '' : number;
  return {
    id: work.newId(),
    name: item.name,
    model: item.model ?? '',
    inventory_number: inventoryNumber,
    category: item.category,
    workshop_id: place.workshopId,
    state: thing.state ?? 'working',
    quantity_hundredths: thing.amount * 100,
    counted_on: since,
    unit: item.unit,
    acquired_on: since,
    calibrated_on: null,
    calibration_due: shiftOrNull(today, thing.calibrationDays),
    serviced_on: null,
    service_due: shiftOrNull(today, thing.serviceDays),
    end_of_life: null,
    expert_id: place.expertId,
    partner_name: isLent ? partner : '',
    partner_id: null,
    lent_until: shiftOrNull(today, thing.lentDays),
    notes: '',
    search_text: foldForSearch(item.name, item.model ?? '', inventoryNumber, isLent ? partner : ''),
  };
}

/** What has been asked for: each missing thing at once, and the first consumable of the trade, which is on its way. */
function toPurchaseRow(
  work: Work,
  { item, itemId }: { item: SampleItem; itemId: string },
  place: TradePlace,
): NewRow<'purchases'> {
  const isMissing = item.have.length === 0;
  const supplier = isMissing ? '' : place.partner;
  return {
    id: work.newId(),
    competency_id: place.competencyId,
    item_id: itemId,
    name: item.name,
    quantity_hundredths: (isMissing ? item.amount : MATERIAL_AHEAD) * 100,
    unit: item.unit,
    price_tiyn: item.priceTenge === undefined ? null : item.priceTenge * 100,
    supplier,
    priority: isMissing ? 'urgent' : 'normal',
    expert_id: place.expertId,
    due_date: shift(place.today, isMissing ? MISSING_DUE_DAYS : MATERIAL_DUE_DAYS + Number(place.prefix)),
    state: isMissing ? 'requested' : 'ordered',
    notes: '',
    search_text: foldForSearch(item.name, supplier),
  };
}

function storeItems(work: Work, base: SampleTradeBase, listId: string, place: TradePlace): void {
  const items: NewRow<'infrastructure_items'>[] = [];
  const things: NewRow<'inventory_items'>[] = [];
  const links: NewRow<'item_links'>[] = [];
  const purchases: NewRow<'purchases'>[] = [];
  const material = base.items.find(({ category }) => category === 'consumables');
  for (const [position, item] of base.items.entries()) {
    const row = toItemRow(work, listId, item, position);
    items.push(row);
    if (item.have.length === 0 || item === material)
      purchases.push(toPurchaseRow(work, { item, itemId: row.id }, place));
    for (const thing of item.have) {
      const number = `${place.prefix}-${String(things.length + 1).padStart(3, '0')}`;
      const owned = toThingRow(work, { item, thing, number }, place);
      things.push(owned);
      links.push({ id: work.newId(), item_id: row.id, inventory_id: owned.id });
    }
  }
  work.insertMany('infrastructure_items', items);
  work.insertMany('inventory_items', things);
  work.insertMany('item_links', links);
  work.insertMany('purchases', purchases);
}

function storeComing(work: Work, base: SampleTradeBase, workshop: string, place: TradePlace): void {
  work.insertMany(
    'planned_sessions',
    base.coming.map((session) => {
      const date = shift(place.today, session.days);
      return {
        id: work.newId(),
        competency_id: place.competencyId,
        plan_id: null,
        date,
        original_date: date,
        start_time: session.startTime,
        duration_minutes: SESSION_MINUTES,
        kind: 'practice',
        workshop,
        focus: session.focus,
        expert_id: place.expertId,
        scheme_id: null,
        section_numbers_json: '[]',
        student_ids_json: null,
        session_id: null,
      };
    }),
  );
}

function storeTrade(work: Work, base: SampleTradeBase, index: number, places: SampleBasePlaces): void {
  const competencyId = places.competencies.get(base.competencyNumber);
  const trade = sampleTrades.find((one) => one.competencyNumber === base.competencyNumber);
  if (competencyId === undefined || trade === undefined) return;
  const expertId = places.experts[index] ?? null;
  const workshopId = work.newId();
  work.insert('workshops', {
    id: workshopId,
    name: trade.workshop,
    room: base.room,
    places: base.places,
    competency_ids_json: JSON.stringify([competencyId]),
    expert_id: expertId,
    notes: '',
    search_text: foldForSearch(trade.workshop, base.room),
  });
  const listId = work.newId();
  work.insert('infrastructure_lists', {
    id: listId,
    competency_id: competencyId,
    title: `Инфрақұрылымдық парақ: ${trade.workshop}`,
    edition: EDITION,
    notes: '',
    is_current: 1,
    source_file_name: '',
  });
  const prefix = String(index + 1).padStart(2, '0');
  const place = { competencyId, workshopId, expertId, partner: trade.partner, prefix, today: places.today };
  storeItems(work, base, listId, place);
  storeComing(work, base, trade.workshop, place);
}

/** Gives the sample college workshops, inventory, infrastructure lists with some gaps, and the sessions to come. */
export function storeSampleBase(work: Work, places: SampleBasePlaces): void {
  for (const [index, base] of sampleBases.entries()) storeTrade(work, base, index, places);
}
