import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { percentOf } from '#shared/domain/training/attemptTotals.ts';
import { useMayCall } from '../../../client/useAccess.ts';
import { fullName, shortName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import styles from './ScoreSheet.module.css';
import { useSheetState } from './sheetContext.ts';
import type { SheetColumn } from './sheetModel.ts';

interface HeadCellProps {
  column: SheetColumn;
  columnIndex: number;
}

function NameCell({ column, columnIndex }: HeadCellProps): ReactNode {
  const { t } = useTranslation();
  const isActive = useSheetState(({ place }) => place.column === columnIndex);
  const mayMark = useMayCall('training.setMarks');
  const [surname = '', ...initials] = shortName(column).split('\u00a0');
  return (
    <div
      role="columnheader"
      aria-colindex={columnIndex + 1}
      className={styles['student']}
      data-active-column={isActive || undefined}
      title={
        column.isOpen || !mayMark ? fullName(column) : `${fullName(column)} – ${t('training:attempt.closed')}`
      }
    >
      <span className={styles['surname']}>{surname}</span>
      <span className={styles['initials']}>
        {initials.join(' ')}
        {column.isOpen || !mayMark ? null : (
          <IconLock
            size={13}
            role="img"
            aria-label={t('training:attempt.closed')}
            className={styles['lock']}
          />
        )}
        {column.repetition > 0 ? (
          <span className={styles['repetition']}>
            {t('training:attempt.number', { number: column.repetition })}
          </span>
        ) : null}
      </span>
    </div>
  );
}

function TotalHeadCell({ column, columnIndex }: HeadCellProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const whole = useSheetState(useShallow(({ sums }) => sums.get(column.attemptId)?.whole));
  const percent = whole ? percentOf(whole) : null;
  const label =
    whole &&
    t('training:sheet.totalOf', {
      mark: format.hundredths(whole.markHundredths),
      maximum: format.hundredths(whole.markedMaxHundredths),
      marked: whole.markedCount + whole.notAttemptedCount,
      count: whole.count,
    });
  return (
    <div
      role="gridcell"
      aria-colindex={columnIndex + 1}
      className={styles['studentTotal']}
      data-attempt={column.attemptId}
      title={label}
    >
      <span className={styles['totalMark']}>{whole ? format.hundredths(whole.markHundredths) : null}</span>
      <span className={styles['totalPercent']}>{percent === null ? '–' : format.percent(percent)}</span>
    </div>
  );
}

/** Who the columns are, and what each has got so far. Both rows stay in view. */
export function SheetHead({ columns }: { columns: readonly SheetColumn[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="rowgroup" className={styles['header']}>
      <div role="row" aria-rowindex={1} className={styles['headRow']}>
        <div role="columnheader" aria-colindex={1} className={styles['corner']}>
          <span>{t('training:sheet.aspect')}</span>
          <span>{t('training:sheet.maximum')}</span>
        </div>
        {columns.map((column, index) => (
          <NameCell key={column.attemptId} column={column} columnIndex={index + 1} />
        ))}
      </div>
      <div role="row" aria-rowindex={2} className={styles['headRow']} data-totals>
        <div role="rowheader" aria-colindex={1} className={styles['corner']}>
          <span>{t('training:sheet.total')}</span>
        </div>
        {columns.map((column, index) => (
          <TotalHeadCell key={column.attemptId} column={column} columnIndex={index + 1} />
        ))}
      </div>
    </div>
  );
}
