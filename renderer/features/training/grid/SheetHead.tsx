import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { percentOf } from '#shared/domain/training/attemptTotals.ts';
import { ExplainLink, explainPath } from '../../../client/ExplainedTotal.tsx';
import { useMay, useMayCall } from '../../../client/useAccess.ts';
import { fullName, shortName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import styles from './ScoreSheet.module.css';
import { useSheetController, useSheetState } from './sheetContext.ts';
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

interface TotalHeadProps extends HeadCellProps {
  /** Whether the total leads to its way from the raw marks; by keys the panel beside the grid does. */
  isExplained: boolean;
}

function TotalHeadCell({ column, columnIndex, isExplained }: TotalHeadProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { sessionId } = useSheetController();
  const whole = useSheetState(useShallow(({ sums }) => sums.get(column.attemptId)?.whole));
  const percent = whole ? percentOf(whole) : null;
  const mark = whole ? format.hundredths(whole.markHundredths) : '';
  const share = percent === null ? '–' : format.percent(percent);
  const label =
    whole &&
    t('training:sheet.totalOf', {
      mark,
      maximum: format.hundredths(whole.markedMaxHundredths),
      marked: whole.markedCount + whole.notAttemptedCount,
      count: whole.count,
    });
  const shown = (
    <>
      <span className={styles['totalMark']}>{mark}</span>
      <span className={styles['totalPercent']}>{share}</span>
    </>
  );
  return (
    <div
      role="gridcell"
      aria-colindex={columnIndex + 1}
      className={styles['studentTotal']}
      data-attempt={column.attemptId}
      title={label}
    >
      {isExplained && whole ? (
        <ExplainLink
          href={explainPath({ sessionId, attemptId: column.attemptId })}
          value={`${mark}, ${share}`}
          hint={label}
          isTabStop={false}
          className={styles['totalLink']}
        >
          {shown}
        </ExplainLink>
      ) : (
        shown
      )}
    </div>
  );
}

/** Who the columns are, and what each has got so far. Both rows stay in view. */
export function SheetHead({ columns }: { columns: readonly SheetColumn[] }): ReactNode {
  const { t } = useTranslation();
  const isExplained = useMay('assessment.read');
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
          <TotalHeadCell
            key={column.attemptId}
            column={column}
            columnIndex={index + 1}
            isExplained={isExplained}
          />
        ))}
      </div>
    </div>
  );
}
