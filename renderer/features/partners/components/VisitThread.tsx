import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { agreementStanding } from '#shared/domain/partners/agreements.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { todayHere } from '../../../i18n/today.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from '../partners.module.css';
import { agreementTones } from '../standings.ts';
import { AgreementDrawer } from './AgreementDrawer.tsx';
import { agreementTitle } from './AgreementsCard.tsx';
import { ContributionDrawer } from './ContributionDrawer.tsx';

/** From the visit to the agreement to the help that came: one thread. */
export function VisitThread({ view }: { view: RouteOutput<'partners.getVisit'> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { visit, agreements, contributions } = view;
  const [adding, setAdding] = useState<'agreement' | 'help' | null>(null);
  const partner = useRouteQuery('partners.get', { id: visit.partnerId }, { enabled: adding !== null }).data;
  const isEmpty = agreements.length === 0 && contributions.length === 0;
  return (
    <Card title={t('partners:thread.title')}>
      {isEmpty ? <p className={styles['hint']}>{t('partners:thread.none')}</p> : null}
      <ul className={styles['list']}>
        {agreements.map((one) => {
          const standing = agreementStanding(one, todayHere());
          return (
            <li key={one.id} className={styles['item']}>
              <span className={styles['words']}>
                <Link href={`/partners/${one.partnerId}`}>{agreementTitle(one)}</Link>
                <span className={styles['soft']}>
                  {t('partners:thread.agreement')} · {format.date(one.startDate)}
                </span>
              </span>
              <StatusBadge tone={agreementTones[standing]}>{t(`partners:standing.${standing}`)}</StatusBadge>
            </li>
          );
        })}
        {contributions.map((one) => (
          <li key={one.id} className={styles['item']}>
            <span className={styles['words']}>
              {one.what}
              <span className={styles['soft']}>
                {t(`partners:contributionKind.${one.kind}`)} · {format.date(one.date)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <span className={styles['side']}>
        <Allowed command="partners.saveAgreement">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding('agreement')}
          >
            {t('partners:agreement.add')}
          </Button>
        </Allowed>
        <Allowed command="partners.saveContribution">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding('help')}
          >
            {t('partners:contribution.add')}
          </Button>
        </Allowed>
      </span>
      {adding === 'agreement' && partner ? (
        <AgreementDrawer
          partnerId={visit.partnerId}
          visitId={visit.id}
          visits={partner.visits}
          agreement={null}
          onClose={() => setAdding(null)}
        />
      ) : null}
      {adding === 'help' && partner ? (
        <ContributionDrawer
          partnerId={visit.partnerId}
          visitId={visit.id}
          agreements={partner.agreements}
          visits={partner.visits}
          contribution={null}
          onClose={() => setAdding(null)}
        />
      ) : null}
    </Card>
  );
}
