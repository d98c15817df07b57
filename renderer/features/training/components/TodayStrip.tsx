import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPlayerPlay, IconStopwatch } from '@tabler/icons-react';
import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { PlannedSession } from '#shared/contract/plan.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import styles from './TodayStrip.module.css';

const MOST = 4;

interface PlannedProps {
  sessions: readonly PlannedSession[];
}

function Planned({ sessions }: PlannedProps): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const nameOf = useCompetencyName();
  const first = useRef<HTMLButtonElement>(null);
  const start = useCommand('plan.startSession');
  useHotkeys([['T', () => first.current?.focus(), { usePhysicalKeys: true }]]);
  const begin = (id: string): void =>
    start.mutate({ id }, { onSuccess: ({ sessionId }) => navigate(`/training/${sessionId}/attendance`) });
  const onKeyDown = (event: KeyboardEvent, id: string): void => {
    if (event.code !== 'KeyS' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    begin(id);
  };
  return (
    <div className={styles['line']} role="group" aria-label={t('training:today.title')}>
      <span className={styles['head']}>{t('training:today.title')}</span>
      {sessions.slice(0, MOST).map((session, index) => (
        <Allowed command="plan.startSession" key={session.id}>
          <Button
            ref={index === 0 ? first : null}
            variant="light"
            size="compact-md"
            loading={start.isPending && start.variables.id === session.id}
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            onClick={() => begin(session.id)}
            onKeyDown={(event) => onKeyDown(event, session.id)}
          >
            {[session.startTime, nameOf(session.competencyId), session.focus]
              .filter((part) => part !== '')
              .join(' · ')}
          </Button>
        </Allowed>
      ))}
      {sessions.length > MOST ? (
        <Link href="/plan">{t('training:today.more', { number: sessions.length - MOST })}</Link>
      ) : null}
      <span className={styles['keys']}>{t('training:today.keys')}</span>
    </div>
  );
}

function OpenClocks(): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCompetencyName();
  const open = useRouteQuery('practice.listOpen', {}).data?.sessions ?? [];
  if (open.length === 0) return null;
  return (
    <div className={styles['line']} role="group" aria-label={t('training:today.open')}>
      <span className={styles['head']}>
        <IconStopwatch size={16} aria-hidden />
        {t('training:today.open')}
      </span>
      {open.slice(0, MOST).map((one) => (
        <Link key={one.sessionId} href={`/training/${one.sessionId}/board`}>
          {t('training:today.clocks', {
            competency: nameOf(one.competencyId),
            running: one.running,
            standing: one.standing,
          })}
        </Link>
      ))}
    </div>
  );
}

/** What today's plan holds and has not been started, one key away, and sessions whose stopwatches still go. */
export function TodayStrip({ today }: { today: string }): ReactNode {
  const sessions = useRouteQuery('plan.calendar', { from: today, to: today }).data?.sessions ?? [];
  const waiting = sessions.filter((session) => session.sessionId === null);
  return (
    <>
      {waiting.length === 0 ? null : <Planned sessions={waiting} />}
      <OpenClocks />
    </>
  );
}
