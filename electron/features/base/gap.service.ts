import type { Kysely } from 'kysely';
import type { BaseReadiness, GapTarget } from '#shared/contract/baseGap.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { findGap, readinessHundredths, summarizeGap, type ItemGap } from '#shared/domain/base/gap.ts';
import { supplyOn } from '#shared/domain/base/inventory.ts';
import { itemCategories, type Headcount } from '#shared/domain/base/quantityRule.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { found } from '../../router/refusal.ts';
import { loadBase, toNeed, toThing, type BaseState, type CurrentItem } from './baseState.service.ts';
import { listLists } from './lists.repository.ts';
import { countSquads, getChampionshipNeed } from './practice.repository.ts';
import { listPurchases } from './purchases.repository.ts';

type Db = Kysely<Schema>;

/** For whom the gap is, and on which day. */
interface Occasion {
  day: string;
  headcounts: Map<string, Headcount>;
  /** All competencies need their things at the same time. */
  isTogether: boolean;
}

/** Which gap is asked for; numbers of people may be given in the place of those that are known. */
export interface GapQuestion {
  target: GapTarget;
  competencyId: string;
  competitors?: number | undefined;
  experts?: number | undefined;
}

async function describeOccasion(db: Db, target: GapTarget, today: string): Promise<Occasion> {
  if (target.kind === 'championship') {
    const need = found(await getChampionshipNeed(db, target.championshipId), 'championship');
    return { day: need.startDate, headcounts: need.headcounts, isTogether: true };
  }
  const squads = await countSquads(db);
  const headcounts = new Map([...squads].map(([id, competitors]) => [id, { competitors, experts: 1 }]));
  return { day: today, headcounts, isTogether: false };
}

const NOBODY: Headcount = { competitors: 0, experts: 0 };

/** The gap of each competency: all at once for a championship, one after the other for squads. */
function gapsOf(state: BaseState, occasion: Occasion): Map<string, ItemGap[]> {
  const supplies = state.inventory.map((row) => supplyOn(toThing(row), occasion.day));
  const needs = state.items.map((item) => toNeed(item, occasion.headcounts.get(item.competencyId) ?? NOBODY));
  const gaps = occasion.isTogether
    ? findGap(needs, supplies)
    : [...Map.groupBy(needs, (need) => need.competencyId).values()].flatMap((own) => findGap(own, supplies));
  return Map.groupBy(gaps, (gap) => gap.competencyId);
}

function summaryOf(
  options: { competencyId: string; listId: string | null; people: Headcount; items: readonly CurrentItem[] },
  gaps: readonly ItemGap[],
): BaseReadiness {
  const { competencyId, listId, people, items } = options;
  const unset = items.filter((item) => item.quantityHundredths === null).length;
  return { ...summarizeGap(gaps), competencyId, listId, ...people, unset };
}

async function currentLists(db: Db): Promise<Map<string, string>> {
  const lists = (await listLists(db)).filter((list) => list.isCurrent);
  return new Map(lists.map((list) => [list.competencyId, list.id]));
}

/** Readiness of all competencies that have a list, or somebody who needs one. @throws Refusal `not_found` */
export async function describeOverview(
  db: Db,
  target: GapTarget,
  today: string,
): Promise<RouteOutput<'base.overview'>> {
  const occasion = await describeOccasion(db, target, today);
  const state = await loadBase(db);
  const lists = await currentLists(db);
  const gaps = gapsOf(state, occasion);
  const items = Map.groupBy(state.items, (item) => item.competencyId);
  const asked =
    target.kind === 'championship'
      ? [...occasion.headcounts.keys()]
      : [...lists.keys(), ...occasion.headcounts.keys()];
  const competencies = [...new Set(asked)].map((competencyId) =>
    summaryOf(
      {
        competencyId,
        listId: lists.get(competencyId) ?? null,
        people: occasion.headcounts.get(competencyId) ?? NOBODY,
        items: items.get(competencyId) ?? [],
      },
      gaps.get(competencyId) ?? [],
    ),
  );
  const all = competencies.flatMap(({ competencyId }) => gaps.get(competencyId) ?? []);
  return { competencies, total: summarizeGap(all) };
}

/** What is on the purchase list for each item and has not come yet. */
async function countOrdered(db: Db): Promise<Map<string, number>> {
  const ordered = new Map<string, number>();
  for (const { itemId, state, quantityHundredths } of await listPurchases(db)) {
    if (itemId === null || state === 'received' || state === 'cancelled') continue;
    ordered.set(itemId, (ordered.get(itemId) ?? 0) + quantityHundredths);
  }
  return ordered;
}

function partsOf(gaps: readonly ItemGap[]): RouteOutput<'base.gap'>['parts'] {
  return itemCategories.flatMap((category) => {
    const own = gaps.filter((gap) => gap.category === category && gap.needed > 0);
    if (own.length === 0) return [];
    const complete = own.filter((gap) => gap.covered === gap.needed).length;
    return [{ category, items: own.length, complete, readinessHundredths: readinessHundredths(own) }];
  });
}

function linesOf(
  gaps: readonly ItemGap[],
  items: ReadonlyMap<string, CurrentItem>,
  ordered: ReadonlyMap<string, number>,
): RouteOutput<'base.gap'>['lines'] {
  return gaps.flatMap(({ id: itemId, competencyId: _, ...gap }) => {
    const item = items.get(itemId);
    if (!item || gap.needed === 0) return [];
    const { name, model, unit, priceTiyn } = item;
    return [
      {
        ...gap,
        itemId,
        name,
        model,
        unit,
        priceTiyn,
        inventoryIds: [...item.inventoryIds],
        orderedHundredths: ordered.get(itemId) ?? 0,
      },
    ];
  });
}

/** The gap of one competency with each of its items. @throws Refusal `not_found` (championship) */
export async function describeGap(
  db: Db,
  question: GapQuestion,
  today: string,
): Promise<RouteOutput<'base.gap'>> {
  const { target, competencyId } = question;
  const occasion = await describeOccasion(db, target, today);
  const known = occasion.headcounts.get(competencyId) ?? NOBODY;
  const people = {
    competitors: question.competitors ?? known.competitors,
    experts: question.experts ?? known.experts,
  };
  occasion.headcounts.set(competencyId, people);
  const state = await loadBase(db);
  const gaps = gapsOf(state, occasion).get(competencyId) ?? [];
  const items = state.items.filter((item) => item.competencyId === competencyId);
  const listId = (await currentLists(db)).get(competencyId) ?? null;
  return {
    summary: summaryOf({ competencyId, listId, people, items }, gaps),
    parts: partsOf(gaps),
    lines: linesOf(gaps, new Map(items.map((item) => [item.id, item])), await countOrdered(db)),
    unsetItems: items
      .filter((item) => item.quantityHundredths === null)
      .map((item) => ({ itemId: item.id, name: item.name })),
  };
}
