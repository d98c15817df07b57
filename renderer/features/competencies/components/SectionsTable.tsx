import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardSection } from '#shared/contract/competencies.ts';
import { localized } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { WHOLE } from '../competencyChoices.ts';
import styles from './CompetencyPage.module.css';

/** Sections of the standard with their weights. */
export function SectionsTable({ sections }: { sections: readonly StandardSection[] }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  if (sections.length === 0) return <p className={styles['count']}>{t('competencies:sections.none')}</p>;
  const sum = sections.reduce((total, section) => total + section.weightHundredths, 0);
  return (
    <SimpleTable
      label={t('competencies:sections.title')}
      rows={sections}
      rowKey={(section) => section.id}
      columns={[
        {
          id: 'number',
          header: t('competencies:sections.numberShort'),
          cell: (section) => section.number,
          width: 34,
        },
        {
          id: 'name',
          header: t('competencies:sections.name'),
          cell: (section) => localized(section.name, language),
          foot: t('competencies:sections.sum'),
        },
        {
          id: 'weight',
          header: t('competencies:sections.weight'),
          align: 'end',
          width: 128,
          cell: (section) => (
            <span className={styles['weight']}>
              <span className={styles['bar']} aria-hidden>
                <span
                  className={styles['barFill']}
                  style={{ display: 'block', width: `${(section.weightHundredths / WHOLE) * 100}%` }}
                />
              </span>
              {format.shortHundredths(section.weightHundredths)}
            </span>
          ),
          foot: format.shortHundredths(sum),
        },
      ]}
    />
  );
}
