import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { percentOf } from '#shared/domain/training/attemptTotals.ts';
import { ExplainedTotal, explainPath } from '../../../client/ExplainedTotal.tsx';
import { shortName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import styles from './AspectPanel.module.css';
import { useSheetController, useSheetState } from './sheetContext.ts';

/** Whose column the keyboard is in, and the total there, which opens the way from the raw marks to it. */
export function ColumnTotal(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { sessionId } = useSheetController();
  const column = useSheetState(({ model, place }) => model.columns[place.column - 1]);
  const whole = useSheetState(useShallow(({ sums }) => sums.get(column?.attemptId ?? '')?.whole));
  if (column === undefined) return null;
  const percent = whole ? percentOf(whole) : null;
  const marks =
    whole && `${format.hundredths(whole.markHundredths)} / ${format.hundredths(whole.markedMaxHundredths)}`;
  return (
    <div className={styles['student']}>
      <span>{shortName(column)}</span>
      {marks === undefined ? null : (
        <span className={styles['studentTotal']}>
          {t('training:sheet.total')}:{' '}
          <ExplainedTotal
            href={explainPath({ sessionId, attemptId: column.attemptId })}
            value={percent === null ? marks : `${marks} · ${format.percent(percent)}`}
          />
        </span>
      )}
    </div>
  );
}
