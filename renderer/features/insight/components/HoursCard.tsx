import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Card } from '../../../ui/Page.tsx';
import { FigureTable } from './FigureTable.tsx';
import styles from './Insight.module.css';

type Insight = RouteOutput<'insight.student'>;

/** Hours of practice and of internships side by side; both make the load, only practice makes marks. */
export function HoursCard({ insight }: { insight: Insight }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { internships, practiceMinutes } = insight;
  const hours = (minutes: number): string => format.number(minutes / 60);
  const interned = internships.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <Card title={t('insight:hours.title')}>
      <p className={styles['words']}>{t('insight:hours.hint')}</p>
      <Facts
        facts={[
          { term: t('insight:hours.practice'), value: hours(practiceMinutes) },
          { term: t('insight:hours.internship'), value: hours(interned) },
        ]}
      />
      {internships.length === 0 ? (
        <p className={styles['words']}>{t('insight:hours.none')}</p>
      ) : (
        <FigureTable
          label={t('insight:hours.internship')}
          columns={[
            { header: t('insight:hours.partner') },
            { header: t('insight:hours.dates') },
            { header: t('insight:hours.mentor') },
            { header: t('insight:hours.count') },
          ]}
          rows={internships.map((one) => ({
            key: one.id,
            cells: [
              <Link key="partner" href={`/partners/${one.partnerId}`}>
                {one.partnerName}
              </Link>,
              `${format.date(one.startDate)} – ${format.date(one.endDate)}`,
              one.mentorName === '' ? '–' : one.mentorName,
              one.isAssumed ? t('insight:hours.assumed', { hours: hours(one.minutes) }) : hours(one.minutes),
            ],
          }))}
        />
      )}
    </Card>
  );
}
