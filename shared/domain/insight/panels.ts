/** A judge's score of one aspect of one attempt. */
export interface JudgeMark {
  attemptId: string;
  aspectId: string;
  expertId: string;
  /** Scores too far apart are given again; the last round counts. */
  round: number;
  score: number;
  date: string;
}

/** Judges who scored the same aspects. */
export interface ScoredPanel {
  judgeIds: string[];
  /** Scores in the order of the judges. */
  targets: { aspectId: string; date: string; scores: number[] }[];
}

/** The last round of each judge for one aspect of one attempt. */
function lastRounds(marks: readonly JudgeMark[]): JudgeMark[] {
  const last = Math.max(...marks.map((mark) => mark.round));
  return marks.filter((mark) => mark.round === last);
}

const keyOf = (panel: ScoredPanel): string => panel.judgeIds.join('/');

/** Those with most scores first; among equals it is always the same one that comes first. */
const bySize = (a: ScoredPanel, b: ScoredPanel): number =>
  b.targets.length - a.targets.length || (keyOf(a) < keyOf(b) ? -1 : 1);

/** Scores by panel: those that the same two or more judges gave, the panel with most of them first. */
export function gatherPanels(marks: readonly JudgeMark[]): ScoredPanel[] {
  const panels = new Map<string, ScoredPanel>();
  // Equal rows of scores are one object: there are few of them, and whoever counts need look at each only once.
  const rows = new Map<string, number[]>();
  for (const own of Map.groupBy(marks, (mark) => `${mark.attemptId}/${mark.aspectId}`).values()) {
    const scored = lastRounds(own).toSorted((a, b) => (a.expertId < b.expertId ? -1 : 1));
    const [first] = scored;
    if (!first || scored.length < 2) continue;
    const judgeIds = scored.map((mark) => mark.expertId);
    const key = judgeIds.join('/');
    const panel = panels.get(key) ?? { judgeIds, targets: [] };
    const given = scored.map((mark) => mark.score);
    const row = given.join();
    const scores = rows.get(row) ?? given;
    rows.set(row, scores);
    panel.targets.push({ aspectId: first.aspectId, date: first.date, scores });
    panels.set(key, panel);
  }
  return [...panels.values()].sort(bySize);
}

/** Panels without what was scored before a day; one of which nothing falls away stays the same object. */
export function panelsSince(panels: readonly ScoredPanel[], from: string): ScoredPanel[] {
  return panels
    .map((panel) => {
      const targets = panel.targets.filter((target) => target.date >= from);
      return targets.length === panel.targets.length ? panel : { ...panel, targets };
    })
    .filter(({ targets }) => targets.length > 0)
    .sort(bySize);
}

/** Panels of several competencies by their judges: those of the same judges together, those with most scores first. */
export function groupPanels(panels: readonly ScoredPanel[]): [ScoredPanel, ...ScoredPanel[]][] {
  const sizeOf = (own: readonly ScoredPanel[]): number =>
    own.reduce((sum, panel) => sum + panel.targets.length, 0);
  return [...Map.groupBy(panels, keyOf).values()]
    .flatMap(([first, ...others]): [ScoredPanel, ...ScoredPanel[]][] => (first ? [[first, ...others]] : []))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (keyOf(a[0]) < keyOf(b[0]) ? -1 : 1));
}
