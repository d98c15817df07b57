import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { PartnerRow, VisitRow } from '#shared/contract/partnerRecords.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import styles from '../partners.module.css';
import { VisitBadge } from './VisitBadge.tsx';
import { VisitDrawer } from './VisitDrawer.tsx';

interface VisitsCardProps {
  partner: PartnerRow;
  visits: readonly VisitRow[];
}

/** Visits and meetings with a partner, both ways. */
export function VisitsCard({ partner, visits }: VisitsCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const [isAdding, adding] = useDisclosure(false);
  return (
    <Card
      title={t('partners:visit.title')}
      actions={
        <Allowed command="partners.saveVisit">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={adding.open}
          >
            {t('partners:visit.add')}
          </Button>
        </Allowed>
      }
    >
      {visits.length === 0 ? <p className={styles['hint']}>{t('partners:visit.none')}</p> : null}
      <ul className={styles['list']}>
        {visits.map((visit) => (
          <li key={visit.id} className={styles['item']}>
            <span className={styles['words']}>
              <Link href={`/partners/visits/${visit.id}`}>{visit.subject}</Link>
              <span className={styles['soft']}>
                {format.date(visit.date)} · {t(`partners:direction.${visit.direction}`)}
              </span>
            </span>
            <VisitBadge visit={visit} />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <VisitDrawer
          visit={null}
          partnerId={partner.id}
          onClose={adding.close}
          onStored={(id) => navigate(`/partners/visits/${id}`)}
        />
      ) : null}
    </Card>
  );
}
