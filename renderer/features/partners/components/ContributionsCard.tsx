import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContributionRow } from '#shared/contract/partnerRecords.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { figureFacts } from '../figureFacts.ts';
import styles from '../partners.module.css';
import { ContributionDrawer } from './ContributionDrawer.tsx';

/** What a partner gave: figures, and each gift. */
export function ContributionsCard({ view }: { view: RouteOutput<'partners.get'> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [edited, setEdited] = useState<ContributionRow | 'new' | null>(null);
  const facts = figureFacts(view.figures, t, format);
  return (
    <Card
      title={t('partners:contribution.title')}
      actions={
        <Allowed command="partners.saveContribution">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('partners:contribution.add')}
          </Button>
        </Allowed>
      }
    >
      {facts.length === 0 ? (
        <p className={styles['hint']}>{t('partners:contribution.none')}</p>
      ) : (
        <dl className={styles['figures']}>
          {facts.map(({ term, value }) => (
            <div key={term} className={styles['figure']}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <ul className={styles['list']}>
        {view.contributions.map((one) => (
          <li key={one.id} className={styles['item']}>
            <span className={styles['words']}>
              {one.what}
              <span className={styles['soft']}>
                {t(`partners:contributionKind.${one.kind}`)} · {format.date(one.date)}
                {one.valueTenge === null ? null : ` · ${format.number(one.valueTenge)} ₸`}
              </span>
            </span>
            <Allowed command="partners.saveContribution">
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('partners:action.editOne', { what: one.what })}
                onClick={() => setEdited(one)}
              >
                {t('common:action.edit')}
              </Button>
            </Allowed>
          </li>
        ))}
      </ul>
      {edited === null ? null : (
        <ContributionDrawer
          partnerId={view.partner.id}
          visitId={null}
          agreements={view.agreements}
          visits={view.visits}
          contribution={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
