import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '#shared/contract/training.ts';
import { useCompetencyName } from '../../client/useCompetencies.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import type { GridColumn } from '../../ui/gridTypes.ts';

/** Columns of the list of sessions. */
export function useSessionColumns(): GridColumn<SessionRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const competencyName = useCompetencyName();
  return useMemo<GridColumn<SessionRow>[]>(
    () => [
      {
        id: 'date',
        header: t('training:field.date'),
        value: (row) => row.date,
        cell: (row) => format.date(row.date),
        width: 136,
        minWidth: 130,
      },
      {
        id: 'competency',
        header: t('training:field.competency'),
        value: (row) => competencyName(row.competencyId),
        width: '2fr',
        minWidth: 180,
      },
      {
        id: 'workshop',
        header: t('training:field.workshop'),
        value: (row) => (row.workshop === '' ? null : row.workshop),
        width: '1.6fr',
        minWidth: 120,
      },
      {
        id: 'expert',
        header: t('training:field.expert'),
        value: (row) => row.expertName,
        width: '1.6fr',
        minWidth: 130,
      },
      {
        id: 'duration',
        header: t('training:field.durationShort'),
        value: (row) => row.durationMinutes,
        cell: (row) =>
          row.durationMinutes === null ? null : t('training:minutes', { count: row.durationMinutes }),
        width: 112,
        minWidth: 100,
        align: 'end',
      },
      {
        id: 'present',
        header: t('training:field.present'),
        value: (row) => row.presentCount,
        width: 104,
        minWidth: 90,
        align: 'end',
      },
      {
        id: 'attempts',
        header: t('training:field.attempts'),
        value: (row) => row.attemptCount,
        width: 104,
        minWidth: 90,
        align: 'end',
      },
      {
        id: 'mean',
        header: t('training:field.mean'),
        value: (row) => row.meanPercent,
        cell: (row) => (row.meanPercent === null ? null : format.percent(row.meanPercent)),
        width: 104,
        minWidth: 90,
        align: 'end',
      },
    ],
    [t, format, competencyName],
  );
}
