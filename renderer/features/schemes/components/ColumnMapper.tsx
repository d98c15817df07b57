import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellValue } from '#shared/domain/schemes/cellValue.ts';
import type { SchemeColumns } from '#shared/domain/schemes/schemeColumns.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { COLUMNS, withColumn, type ChosenColumns } from '../columnChoice.ts';
import styles from './ColumnMapper.module.css';

interface ColumnMapperProps {
  /** What the table is, for screen readers. */
  label: string;
  rows: readonly (readonly CellValue[])[];
  /** The row of labels, from 0; null: there is none. */
  headerRow: number | null;
  columns: ChosenColumns;
  onChange: (change: { headerRow: number | null; columns: SchemeColumns }) => void;
  /** So many rows are shown. */
  shown?: number;
}

/** As a spreadsheet names its columns: A … Z, AA … */
function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

function useCellText(): (cell: CellValue | undefined) => string {
  const language = useLanguage();
  return (cell) => {
    if (cell === null || cell === undefined) return '';
    return typeof cell === 'number' && language !== 'en' ? String(cell).replace('.', ',') : String(cell);
  };
}

/** Rows of a table under a choice for each column: what it holds. */
export function ColumnMapper(props: ColumnMapperProps): ReactNode {
  const { label, rows, headerRow, columns, onChange, shown = 12 } = props;
  const { t } = useTranslation();
  const cellText = useCellText();
  const width = Math.max(1, ...rows.map((row) => row.length));
  const indexes = Array.from({ length: width }, (_, index) => index);
  const meaningOf = (index: number): string =>
    Object.entries(columns).find(([, at]) => at === index)?.[0] ?? '';
  const first = Math.max(0, Math.min((headerRow ?? 0) - 2, rows.length - shown));
  const visible = rows.slice(first, first + shown).map((row, at) => ({ row, index: first + at }));
  const choices = [
    { value: '', label: t('schemeEditor:mapping.nothing') },
    ...COLUMNS.map((value) => ({ value, label: t(`schemeEditor:mapping.column.${value}`) })),
  ];
  return (
    <>
      <NativeSelect
        label={t('schemeEditor:mapping.headerRow')}
        description={t('schemeEditor:mapping.headerHint')}
        w={280}
        value={headerRow === null ? '' : String(headerRow)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ headerRow: value === '' ? null : Number(value), columns: withColumn(columns, -1, '') });
        }}
        data={[
          { value: '', label: t('schemeEditor:mapping.noHeader') },
          ...rows.map((_row, index) => ({
            value: String(index),
            label: t('schemeEditor:mapping.row', { number: index + 1 }),
          })),
        ]}
      />
      <div className={styles['frame']} tabIndex={0} role="region" aria-label={label}>
        <table className={styles['table']} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">
                <span className={styles['hidden']}>{t('schemeEditor:mapping.rowNumber')}</span>
              </th>
              {indexes.map((index) => (
                <th key={index} scope="col" data-used={meaningOf(index) !== '' || undefined}>
                  <span className={styles['letter']}>{columnLetter(index)}</span>
                  <NativeSelect
                    size="xs"
                    aria-label={t('schemeEditor:mapping.holds', { letter: columnLetter(index) })}
                    value={meaningOf(index)}
                    onChange={(event) =>
                      onChange({ headerRow, columns: withColumn(columns, index, event.currentTarget.value) })
                    }
                    data={choices}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map(({ row, index }) => (
              <tr key={index} data-header={index === headerRow || undefined}>
                <th scope="row">{index + 1}</th>
                {indexes.map((at) => (
                  <td key={at} data-used={meaningOf(at) !== '' || undefined} title={cellText(row[at])}>
                    {cellText(row[at])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
