import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InternshipRow } from '#shared/contract/partnerRecords.ts';
import { internshipMinutes } from '#shared/domain/partners/figures.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from '../partners.module.css';
import { InternshipDrawer } from './InternshipDrawer.tsx';

interface InternshipsCardProps {
  partnerId: string;
  internships: readonly InternshipRow[];
}

const tones = { planned: 'info', done: 'good', cancelled: 'calm' } as const;

/** Internships of candidates at a partner. */
export function InternshipsCard({ partnerId, internships }: InternshipsCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  const [edited, setEdited] = useState<InternshipRow | 'new' | null>(null);
  return (
    <Card
      title={t('partners:internship.title')}
      actions={
        <Allowed command="partners.saveInternship">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('partners:internship.add')}
          </Button>
        </Allowed>
      }
    >
      {internships.length === 0 ? <p className={styles['hint']}>{t('partners:internship.none')}</p> : null}
      <ul className={styles['list']}>
        {internships.map((one) => (
          <li key={one.id} className={styles['item']}>
            <span className={styles['words']}>
              {one.studentName}
              <span className={styles['soft']}>
                {[
                  nameOf(one.competencyId),
                  `${format.date(one.startDate)} – ${format.date(one.endDate)}`,
                  t('partners:internship.hours', { count: Math.round(internshipMinutes(one) / 60) }),
                  one.mentorName,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
            <span className={styles['side']}>
              <StatusBadge tone={tones[one.state]}>{t(`partners:internshipState.${one.state}`)}</StatusBadge>
              <Allowed command="partners.saveInternship">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('partners:action.editOne', { what: one.studentName })}
                  onClick={() => setEdited(one)}
                >
                  {t('common:action.edit')}
                </Button>
              </Allowed>
            </span>
          </li>
        ))}
      </ul>
      {edited === null ? null : (
        <InternshipDrawer
          partnerId={partnerId}
          internship={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
