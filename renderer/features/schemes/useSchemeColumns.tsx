import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompetencyName } from '../../client/useCompetencies.ts';
import { localDay } from '#shared/lib/localDay.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import type { GridColumn } from '../../ui/gridTypes.ts';
import { SchemeMenu } from './components/SchemeMenu.tsx';
import styles from './components/Schemes.module.css';
import type { VersionRow } from './schemeVersions.ts';

/** Columns of the library of schemes. Versions stay together: each is sorted by what the newest of them says. */
export function useSchemeColumns(): GridColumn<VersionRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const competencyName = useCompetencyName();
  return useMemo<GridColumn<VersionRow>[]>(
    () => [
      {
        id: 'title',
        header: t('schemes:field.title'),
        value: (row) => row.newest.title,
        cell: (row) =>
          row.id === row.newest.id ? (
            row.title
          ) : (
            <span className={styles['earlier']} title={row.title}>
              {t('schemeEditor:library.versionLine', { version: row.version })}
            </span>
          ),
        width: '2fr',
        minWidth: 200,
      },
      {
        id: 'competency',
        header: t('schemes:field.competency'),
        value: ({ newest }) => (newest.competencyId === null ? null : competencyName(newest.competencyId)),
        width: '1.6fr',
        minWidth: 160,
      },
      {
        id: 'kind',
        header: t('schemes:field.kind'),
        value: (row) => t(`schemes:kind.${row.newest.kind}`),
        cell: (row) => t(`schemes:kind.${row.kind}`),
        width: 118,
        minWidth: 110,
      },
      {
        id: 'total',
        header: t('schemes:field.totalShort'),
        value: (row) => row.newest.totalHundredths,
        cell: (row) => format.hundredths(row.totalHundredths),
        width: 100,
        minWidth: 80,
        align: 'end',
      },
      {
        id: 'aspects',
        header: t('schemes:field.aspects'),
        value: (row) => row.newest.aspectCount,
        cell: (row) => row.aspectCount,
        width: 104,
        minWidth: 90,
        align: 'end',
      },
      {
        id: 'attempts',
        header: t('schemes:field.attempts'),
        value: (row) => row.newest.attemptCount,
        cell: (row) => row.attemptCount,
        width: 104,
        minWidth: 90,
        align: 'end',
      },
      {
        id: 'version',
        header: t('schemes:field.version'),
        value: (row) => row.newest.version,
        cell: (row) => row.version,
        width: 92,
        minWidth: 80,
        align: 'end',
      },
      {
        id: 'created',
        header: t('schemes:field.created'),
        value: (row) => row.newest.createdAt,
        cell: (row) => format.date(localDay(new Date(row.createdAt))),
        width: 140,
        minWidth: 120,
      },
      {
        id: 'menu',
        header: t('schemeEditor:library.menu'),
        value: () => null,
        cell: (row) => <SchemeMenu scheme={row} />,
        width: 76,
        minWidth: 76,
        sortable: false,
      },
    ],
    [t, format, competencyName],
  );
}
