import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sparkline } from '../../../charts/Sparkline.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import type { CompetencyProgress } from '../progress.queries.ts';
import styles from './Progress.module.css';

type MonthlyCourseProps = Pick<CompetencyProgress, 'monthly' | 'targetPercent'>;

/** The monthly means of a competency in the size of a word. */
export function MonthlyCourse({ monthly, targetPercent }: MonthlyCourseProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const values = monthly.map(({ percent }) => percent);
  const first = values[0];
  const last = values.at(-1);
  if (first === undefined || last === undefined) {
    return <span className={styles['soft']}>{t('progress:course.none')}</span>;
  }
  return (
    <Sparkline
      label={t('progress:course.label', { first: format.percent(first), last: format.percent(last) })}
      values={values}
      target={targetPercent}
    />
  );
}
