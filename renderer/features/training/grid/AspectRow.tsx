import { memo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { MarkCell } from './MarkCell.tsx';
import styles from './ScoreSheet.module.css';
import { useSheetState } from './sheetContext.ts';
import type { AspectSheetRow, SheetColumn } from './sheetModel.ts';

interface AspectRowProps {
  row: AspectSheetRow;
  rowIndex: number;
  columns: readonly SheetColumn[];
  top: number;
}

/** An aspect and its cells. */
export const AspectRow = memo(function AspectRow({ row, rowIndex, columns, top }: AspectRowProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { aspect } = row;
  const isHeadActive = useSheetState(({ place }) => place.row === rowIndex && place.column === 0);
  const isRowActive = useSheetState(({ place }) => place.row === rowIndex);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex + 3}
      className={styles['row']}
      data-kind="aspect"
      data-active-row={isRowActive || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        tabIndex={isHeadActive ? 0 : -1}
        className={styles['head']}
        data-row={rowIndex}
        data-column={0}
        data-active={isHeadActive || undefined}
      >
        <span className={styles['code']} data-judgement={aspect.kind === 'judgement' || undefined}>
          {aspect.code}
        </span>
        <span className={styles['aspect']} title={aspect.description}>
          {aspect.description}
        </span>
        <span className={styles['max']} aria-label={t('training:sheet.maximum')}>
          {format.shortHundredths(aspect.maxHundredths)}
        </span>
      </div>
      {columns.map((column, index) => (
        <MarkCell
          key={column.attemptId}
          row={row}
          rowIndex={rowIndex}
          column={column}
          columnIndex={index + 1}
        />
      ))}
    </div>
  );
});
