import { foldForSearch } from '../../lib/searchText.ts';

/** Something with a name: an item of a list, or a row of the inventory. */
export interface Named {
  id: string;
  name: string;
  model: string;
}

/** A row of the inventory that may be what an item asks for. */
export interface LinkSuggestion {
  itemId: string;
  inventoryId: string;
  /** Percent of the words of the shorter name that both have. */
  likeness: number;
}

/** Shorter words tell nothing: prepositions, units. */
const SHORTEST = 3;
const LEAST = 60;

/** Words of a name, folded, without their endings: «қалқандары» and «қалқан» begin alike. */
function wordsOf(name: string): Set<string> {
  const words = foldForSearch(name).split(' ');
  return new Set(words.filter((word) => word.length >= SHORTEST).map((word) => word.slice(0, 6)));
}

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const least = Math.min(one.size, other.size);
  if (least === 0) return 0;
  const both = [...one].filter((word) => other.has(word)).length;
  return Math.round((both * 100) / least);
}

/**
 * Rows of the inventory whose names are like those of items, the likeliest one for each item; the same model is
 * certain. A suggestion that a person confirms, never a link by itself.
 */
export function suggestLinks(items: readonly Named[], inventory: readonly Named[]): LinkSuggestion[] {
  const known = inventory.map((row) => ({
    id: row.id,
    words: wordsOf(row.name),
    model: foldForSearch(row.model).trim(),
  }));
  return items.flatMap((item) => {
    const words = wordsOf(item.name);
    const model = foldForSearch(item.model).trim();
    const best = known
      .map((row) => ({
        inventoryId: row.id,
        likeness: model !== '' && model === row.model ? 100 : likenessOf(words, row.words),
      }))
      .filter(({ likeness }) => likeness >= LEAST)
      .sort((one, other) => other.likeness - one.likeness)[0];
    return best ? [{ itemId: item.id, ...best }] : [];
  });
}
