import { useMemo } from 'react';
import type { CompetencyRow } from '#shared/contract/competencies.ts';
import { localized } from '../i18n/names.ts';
import { useCompareText, useLanguage } from '../i18n/useLanguage.ts';
import { useRouteQuery } from './queries.ts';

/** Competencies by id; empty until they are known. */
export function useCompetenciesById(): ReadonlyMap<string, CompetencyRow> {
  const competencies = useRouteQuery('competencies.list', {}).data?.competencies;
  return useMemo(() => new Map((competencies ?? []).map((row) => [row.id, row])), [competencies]);
}

/** Name of a competency in the language on the screen. */
export function useCompetencyName(): (id: string | null) => string {
  const byId = useCompetenciesById();
  const language = useLanguage();
  return useMemo(
    () => (id) => {
      const found = id === null ? undefined : byId.get(id);
      return found ? localized(found.name, language) : '';
    },
    [byId, language],
  );
}

/** One choice of a field. */
export interface Choice {
  value: string;
  label: string;
}

/** Choices of competencies, those with a squad apart from the others, each by name. */
export function useCompetencyChoices(): { squads: Choice[]; others: Choice[] } {
  const byId = useCompetenciesById();
  const language = useLanguage();
  const compareText = useCompareText();
  return useMemo(() => {
    const choicesOf = (rows: CompetencyRow[]): Choice[] =>
      rows
        .map((row) => ({ value: row.id, label: localized(row.name, language) }))
        .sort((a, b) => compareText(a.label, b.label));
    const rows = [...byId.values()];
    return {
      squads: choicesOf(rows.filter((row) => row.candidateCount > 0)),
      others: choicesOf(rows.filter((row) => row.candidateCount === 0)),
    };
  }, [byId, language, compareText]);
}
