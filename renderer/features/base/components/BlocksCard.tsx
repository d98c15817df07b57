import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BlockedSession } from '#shared/contract/baseGap.ts';
import { weekdayOf } from '#shared/domain/planning/phases.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useAmounts } from '../useAmounts.ts';
import styles from './Base.module.css';

const MOST_SESSIONS = 6;
const MOST_ITEMS = 4;

function BlockedItem({ session, shown }: { session: BlockedSession; shown: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount } = useAmounts();
  const nameOf = useCompetencyName();
  const weekday = t(`plan:weekday.${weekdayOf(toDayNumber(session.date))}`);
  const when = [weekday, format.date(session.date), session.startTime]
    .filter((part) => part !== '')
    .join(', ');
  const what = session.focus === '' ? nameOf(session.competencyId) : session.focus;
  return (
    <li>
      <p>
        <Link href={`/base/gap/${session.competencyId}`}>
          <strong>{when}</strong>
        </Link>{' '}
        {shown ? `${nameOf(session.competencyId)}. ` : ''}
        {what}
      </p>
      <ul>
        {session.blocks.slice(0, MOST_ITEMS).map((block) => (
          <li key={block.itemId}>
            {t(`base:block.${block.reason}`, {
              name: block.itemName,
              lacking: amount(block.lackingHundredths, block.unit),
              needed: amount(block.neededHundredths, block.unit),
            })}
          </li>
        ))}
        {session.placesOfWorkshop === null ? null : (
          <li>
            {t('base:block.places', {
              workshop: session.workshop,
              places: session.placesOfWorkshop,
              people: session.competitors,
            })}
          </li>
        )}
        {session.blocks.length > MOST_ITEMS ? (
          <li>{t('base:block.more', { count: session.blocks.length - MOST_ITEMS })}</li>
        ) : null}
      </ul>
    </li>
  );
}

/** What stands in the way of which planned session. */
export function BlocksCard({ competencyId }: { competencyId?: string }): ReactNode {
  const { t } = useTranslation();
  const blocks = useRouteQuery('base.listBlocks', competencyId === undefined ? {} : { competencyId });
  return (
    <Card title={t('base:blocks.title')}>
      <QueryView query={blocks}>
        {({ sessions, sessionCount }) => (
          <>
            <p className={styles['soft']}>
              {sessionCount === 0
                ? t('base:blocks.noPlan')
                : sessions.length === 0
                  ? t('base:blocks.none', { count: sessionCount })
                  : t('base:blocks.some', { count: sessions.length, all: sessionCount })}
            </p>
            <ul className={styles['blocks']}>
              {sessions.slice(0, MOST_SESSIONS).map((session) => (
                <BlockedItem
                  key={session.sessionId}
                  session={session}
                  shown={competencyId === undefined && session.focus !== ''}
                />
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Card>
  );
}
