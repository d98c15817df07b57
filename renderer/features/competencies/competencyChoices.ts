import type { CandidateRow, CompetencyRow } from '#shared/contract/competencies.ts';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';
import type { CompetencyFilter } from './competencies.store.ts';

/** Sectors of the championship, in its own order. */
export const sectors = [
  'manufacturing-and-engineering-technology',
  'construction-and-building-technology',
  'social-and-personal-services',
  'information-and-communication-technology',
  'transportation-and-logistics',
  'creative-arts-and-fashion',
] as const;

const allCandidateStatuses: Record<CandidateRow['status'], true> = {
  training: true,
  reserve: true,
  paused: true,
  left: true,
};

/** States of a candidate. */
export const candidateStatuses = Object.keys(allCandidateStatuses) as CandidateRow['status'][];

/** The largest target and the largest weight: a hundred in hundredths. */
export const WHOLE = 10_000;

/** Whether a competency belongs to what the list is narrowed to; names are found in any language and spelling. */
export function passesFilter(row: CompetencyRow, filter: CompetencyFilter): boolean {
  if (filter.kind === 'own' && row.kind !== 'own') return false;
  if (filter.kind === 'squad' && row.candidateCount === 0) return false;
  if (filter.sector !== null && row.sector !== filter.sector) return false;
  const { kk, ru, en } = row.name;
  return filter.search.trim() === '' || matchesSearch(foldForSearch(row.number, kk, ru, en), filter.search);
}
