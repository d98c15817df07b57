import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompetencyRow } from '#shared/contract/competencies.ts';
import { localized } from '../../i18n/names.ts';
import { useFormat, useLanguage } from '../../i18n/useLanguage.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import type { GridColumn } from '../../ui/gridTypes.ts';

/** Columns of the list of competencies. */
export function useCompetencyColumns(): readonly GridColumn<CompetencyRow>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('competencies:field.number'),
        value: (row) => row.number || null,
        width: 82,
        minWidth: 82,
      },
      {
        id: 'name',
        header: t('competencies:field.name'),
        value: (row) => localized(row.name, language),
        width: '2.5fr',
        minWidth: 240,
      },
      {
        id: 'sector',
        header: t('competencies:field.sector'),
        value: (row) =>
          row.kind === 'own' ? t('competencies:kind.own') : t(`competencies:sector.${row.sector}`),
        cell: (row) =>
          row.kind === 'own' ? (
            <StatusBadge tone="info">{t('competencies:kind.own')}</StatusBadge>
          ) : (
            t(`competencies:sector.${row.sector}`)
          ),
        width: '1.6fr',
        minWidth: 220,
      },
      {
        id: 'team',
        header: t('competencies:field.team'),
        value: (row) => row.teamSize,
        align: 'end',
        width: 110,
        minWidth: 110,
      },
      {
        id: 'maxAge',
        header: t('competencies:field.maxAge'),
        value: (row) => row.maxAge,
        align: 'end',
        width: 110,
        minWidth: 110,
      },
      {
        id: 'candidates',
        header: t('competencies:field.candidates'),
        value: (row) => row.candidateCount,
        cell: (row) => (row.candidateCount === 0 ? null : row.candidateCount),
        align: 'end',
        width: 138,
        minWidth: 138,
      },
      {
        id: 'target',
        header: t('competencies:field.target'),
        value: (row) => row.targetHundredths,
        cell: (row) => (row.targetHundredths === null ? null : format.percent(row.targetHundredths / 100)),
        align: 'end',
        width: 110,
        minWidth: 110,
      },
    ],
    [t, language, format],
  );
}
