import { useMemo } from 'react';
import { useRouteQuery } from '../../client/queries.ts';
import { localized } from '../../i18n/names.ts';
import { useCompareText, useLanguage } from '../../i18n/useLanguage.ts';

/** A competency to choose, as lists of the component library want it. */
export interface CompetencyChoice {
  value: string;
  label: string;
}

/** All competencies by name: those with candidates first, for it is they who practise. */
export function useCompetencyChoices(): CompetencyChoice[] {
  const language = useLanguage();
  const compare = useCompareText();
  const rows = useRouteQuery('competencies.list', {}).data?.competencies;
  return useMemo(
    () =>
      (rows ?? [])
        .map((row) => ({
          value: row.id,
          label: localized(row.name, language),
          isUsed: row.candidateCount > 0,
        }))
        .sort((a, b) => Number(b.isUsed) - Number(a.isUsed) || compare(a.label, b.label))
        .map(({ value, label }) => ({ value, label })),
    [rows, language, compare],
  );
}
