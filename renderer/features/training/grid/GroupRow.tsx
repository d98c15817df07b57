import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useFormat } from '../../../i18n/useLanguage.ts';
import styles from './ScoreSheet.module.css';
import { useSheetController, useSheetState } from './sheetContext.ts';
import type { CriterionSheetRow, SheetColumn, SubCriterionSheetRow } from './sheetModel.ts';

type HeadingRow = CriterionSheetRow | SubCriterionSheetRow;

interface TotalCellProps {
  partId: string;
  rowIndex: number;
  column: SheetColumn;
  columnIndex: number;
}

/** What an attempt has got so far in a criterion or sub-criterion. */
const TotalCell = memo(function TotalCell({
  partId,
  rowIndex,
  column,
  columnIndex,
}: TotalCellProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = useSheetState(useShallow(({ sums }) => sums.get(column.attemptId)?.parts.get(partId)));
  const isActive = useSheetState(({ place }) => place.row === rowIndex && place.column === columnIndex);
  return (
    <div
      role="gridcell"
      aria-colindex={columnIndex + 1}
      aria-readonly
      tabIndex={isActive ? 0 : -1}
      className={styles['cell']}
      data-total
      data-row={rowIndex}
      data-column={columnIndex}
      data-active={isActive || undefined}
    >
      {sum === undefined || sum.markedCount === 0 ? null : (
        <span
          className={styles['total']}
          title={t('training:sheet.marked', { marked: sum.markedCount, count: sum.count })}
        >
          {format.shortHundredths(sum.markHundredths)}
        </span>
      )}
    </div>
  );
});

interface GroupRowProps {
  row: HeadingRow;
  rowIndex: number;
  columns: readonly SheetColumn[];
  top: number;
}

function titleOf(row: HeadingRow): { code: string; name: string; maxHundredths: number } {
  const subCriteria = row.kind === 'criterion' ? row.criterion.subCriteria : [row.subCriterion];
  const { code, name } = row.kind === 'criterion' ? row.criterion : row.subCriterion;
  const aspects = subCriteria.flatMap((subCriterion) => subCriterion.aspects);
  return { code, name, maxHundredths: aspects.reduce((sum, aspect) => sum + aspect.maxHundredths, 0) };
}

/** The heading of a criterion or sub-criterion: folds its rows, shows what each student has in it. */
export const GroupRow = memo(function GroupRow({ row, rowIndex, columns, top }: GroupRowProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const controller = useSheetController();
  const isActive = useSheetState(({ place }) => place.row === rowIndex && place.column === 0);
  const { code, name, maxHundredths } = titleOf(row);
  const Chevron = row.isFolded ? IconChevronRight : IconChevronDown;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex + 3}
      className={styles['row']}
      data-kind={row.kind}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className={styles['head']} data-row={rowIndex} data-column={0}>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={!row.isFolded}
          tabIndex={isActive ? 0 : -1}
          data-active={isActive || undefined}
          onClick={() => controller.toggleFold(row.id)}
        >
          <Chevron size={15} aria-hidden />
          <span className={styles['code']}>{code}</span>
          <span className={styles['groupName']} title={name}>
            {name}
          </span>
        </button>
        <span className={styles['max']} aria-label={t('training:sheet.maximum')}>
          {format.shortHundredths(maxHundredths)}
        </span>
      </div>
      {columns.map((column, index) => (
        <TotalCell
          key={column.attemptId}
          partId={row.id}
          rowIndex={rowIndex}
          column={column}
          columnIndex={index + 1}
        />
      ))}
    </div>
  );
});
