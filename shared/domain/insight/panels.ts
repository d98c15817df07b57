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

/** Scores by panel: those that the same two or more judges gave, the panel with most of them first. */
export function gatherPanels(marks: readonly JudgeMark[]): ScoredPanel[] {
  const panels = new Map<string, ScoredPanel>();
  for (const own of Map.groupBy(marks, (mark) => `${mark.attemptId}/${mark.aspectId}`).values()) {
    const scored = lastRounds(own).toSorted((a, b) => (a.expertId < b.expertId ? -1 : 1));
    const [first] = scored;
    if (!first || scored.length < 2) continue;
    const judgeIds = scored.map((mark) => mark.expertId);
    const key = judgeIds.join('/');
    const panel = panels.get(key) ?? { judgeIds, targets: [] };
    const scores = scored.map((mark) => mark.score);
    panel.targets.push({ aspectId: first.aspectId, date: first.date, scores });
    panels.set(key, panel);
  }
  return [...panels.values()].sort((a, b) => b.targets.length - a.targets.length);
}

/** Panels of several competencies by their judges: those of the same judges together, those with most scores first. */
export function groupPanels(panels: readonly ScoredPanel[]): [ScoredPanel, ...ScoredPanel[]][] {
  const sizeOf = (own: readonly ScoredPanel[]): number =>
    own.reduce((sum, panel) => sum + panel.targets.length, 0);
  return [...Map.groupBy(panels, (panel) => panel.judgeIds.join('/')).values()]
    .flatMap(([first, ...others]): [ScoredPanel, ...ScoredPanel[]][] => (first ? [[first, ...others]] : []))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}
