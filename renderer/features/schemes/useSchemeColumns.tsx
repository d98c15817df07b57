import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeListRow } from '#shared/contract/schemes.ts';
import { useCompetencyName } from '../../client/useCompetencies.ts';
import { localDay } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import type { GridColumn } from '../../ui/gridTypes.ts';

/** Columns of the library of schemes. */
export function useSchemeColumns(): GridColumn<SchemeListRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const competencyName = useCompetencyName();
  return useMemo<GridColumn<SchemeListRow>[]>(
    () => [
      {
        id: 'title',
        header: t('schemes:field.title'),
        value: (row) => row.title,
        width: '2fr',
        minWidth: 200,
      },
      {
        id: 'competency',
        header: t('schemes:field.competency'),
        value: (row) => (row.competencyId === null ? null : competencyName(row.competencyId)),
        width: '1.6fr',
        minWidth: 160,
      },
      {
        id: 'kind',
        header: t('schemes:field.kind'),
        value: (row) => t(`schemes:kind.${row.kind}`),
        width: 118,
        minWidth: 110,
      },
      {
        id: 'total',
        header: t('schemes:field.totalShort'),
        value: (row) => row.totalHundredths,
        cell: (row) => format.hundredths(row.totalHundredths),
        width: 100,
        minWidth: 80,
        align: 'end',
      },
      {
        id: 'aspects',
        header: t('schemes:field.aspects'),
        value: (row) => row.aspectCount,
        width: 112,
        minWidth: 90,
        align: 'end',
      },
      {
        id: 'attempts',
        header: t('schemes:field.attempts'),
        value: (row) => row.attemptCount,
        width: 112,
        minWidth: 90,
        align: 'end',
      },
      {
        id: 'version',
        header: t('schemes:field.version'),
        value: (row) => row.version,
        width: 100,
        minWidth: 80,
        align: 'end',
      },
      {
        id: 'created',
        header: t('schemes:field.created'),
        value: (row) => row.createdAt,
        cell: (row) => format.date(localDay(new Date(row.createdAt))),
        width: 140,
        minWidth: 120,
      },
    ],
    [t, format, competencyName],
  );
}
