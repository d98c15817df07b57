import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeSummary } from '#shared/contract/schemes.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import styles from './Schemes.module.css';

/** What a scheme consists of, in figures. */
export function SchemeFigures({ summary }: { summary: SchemeSummary }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const figures: { id: string; label: string; value: string; detail?: string }[] = [
    { id: 'total', label: t('schemes:field.total'), value: format.hundredths(summary.totalHundredths) },
    { id: 'criteria', label: t('schemes:field.criteria'), value: format.number(summary.criteria) },
    { id: 'subCriteria', label: t('schemes:field.subCriteria'), value: format.number(summary.subCriteria) },
    {
      id: 'aspects',
      label: t('schemes:field.aspects'),
      value: format.number(summary.aspects),
      detail: t('schemes:kinds', { measurement: summary.measurement, judgement: summary.judgement }),
    },
    {
      id: 'days',
      label: t('schemes:field.days'),
      value: summary.days.length === 0 ? '–' : summary.days.map((day) => `C${day}`).join(' '),
    },
  ];
  return (
    <dl className={styles['figures']}>
      {figures.map(({ id, label, value, detail }) => (
        <div key={id} className={styles['figure']} data-figure={id}>
          <dt>{label}</dt>
          <dd>
            <span className={styles['figureValue']}>{value}</span>
            {detail === undefined ? null : <span className={styles['figureDetail']}>{detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
