import type { ScoredPanel } from '#shared/domain/insight/panels.ts';

/** Panels as they are stored: aspects, days and rows of scores by their place in a list. */
interface StoredPanels {
  aspects: string[];
  dates: string[];
  rows: number[][];
  /** `targets`: three places for each, one after the other. */
  panels: { judgeIds: string[]; targets: number[] }[];
}

/** Gives out places in a list. */
function makePlaces<T>(keyOf: (value: T) => string): { list: T[]; placeOf: (value: T) => number } {
  const known = new Map<string, number>();
  const list: T[] = [];
  return {
    list,
    placeOf: (value) => {
      const key = keyOf(value);
      const place = known.get(key) ?? list.push(value) - 1;
      known.set(key, place);
      return place;
    },
  };
}

const itself = (text: string): string => text;

/** Text of the panels of a competency. */
export function encodePanels(panels: readonly ScoredPanel[]): string {
  const aspects = makePlaces(itself);
  const dates = makePlaces(itself);
  const rows = makePlaces<number[]>((row) => row.join());
  const stored: StoredPanels['panels'] = panels.map(({ judgeIds, targets }) => ({
    judgeIds,
    targets: targets.flatMap(({ aspectId, date, scores }) => [
      aspects.placeOf(aspectId),
      dates.placeOf(date),
      rows.placeOf(scores),
    ]),
  }));
  const whole = { aspects: aspects.list, dates: dates.list, rows: rows.list, panels: stored };
  return JSON.stringify(whole satisfies StoredPanels);
}

/** The panels of a text that {@link encodePanels} made. @throws SyntaxError or TypeError for any other text */
export function decodePanels(text: string): ScoredPanel[] {
  const { aspects, dates, rows, panels } = JSON.parse(text) as StoredPanels;
  return panels.map(({ judgeIds, targets }) => {
    const own: ScoredPanel['targets'] = [];
    for (let place = 0; place < targets.length; place += 3) {
      own.push({
        aspectId: aspects[targets[place] ?? 0] ?? '',
        date: dates[targets[place + 1] ?? 0] ?? '',
        scores: rows[targets[place + 2] ?? 0] ?? [],
      });
    }
    return { judgeIds, targets: own };
  });
}
