import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteQuery } from '../../client/queries.ts';
import { useCompareText, useLanguage } from '../../i18n/useLanguage.ts';
import { orderOverview, overviewSentence } from './overviewRows.ts';
import type { OverviewRow } from './overviewRows.ts';
import { useToday } from '../../i18n/useToday.ts';

interface Overview {
  rows: readonly OverviewRow[];
  sentence: string;
}

/** The overview in the shape that QueryView shows. */
export function useOverview(): { data: Overview | undefined; error: unknown; refetch: () => unknown } {
  const { t } = useTranslation();
  const language = useLanguage();
  const compareText = useCompareText();
  const progress = useRouteQuery('progress.overview', {});
  const known = useRouteQuery('competencies.list', {});
  const today = useToday();
  const data = useMemo(() => {
    if (!progress.data || !known.data) return undefined;
    const speaker = { t, language };
    const rows = orderOverview(progress.data.competencies, known.data.competencies, {
      speaker,
      today,
      compareText,
    });
    return { rows, sentence: overviewSentence(speaker, rows) };
  }, [progress.data, known.data, t, language, compareText, today]);
  return {
    data,
    error: progress.error ?? known.error,
    refetch: () => Promise.all([progress.refetch(), known.refetch()]),
  };
}
