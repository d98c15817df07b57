import { Button, Tabs } from '@mantine/core';
import { IconGavel, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { AttemptRow, SessionRow } from '#shared/contract/training.ts';
import { Allowed, OfCompetency } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useGoneRedirect } from '../../../client/useGoneRedirect.ts';
import { BoardPanel } from '../board/BoardPanel.tsx';
import { ScoreSheet } from '../grid/ScoreSheet.tsx';
import { AttemptsPanel } from './AttemptsPanel.tsx';
import { AttendancePanel } from './AttendancePanel.tsx';
import { RepeatButton } from './RepeatButton.tsx';
import { SessionDrawer } from './SessionDrawer.tsx';
import styles from './SessionPage.module.css';
import { StartAttemptsDrawer } from './StartAttemptsDrawer.tsx';
import { UnsentNotice } from './UnsentNotice.tsx';

type SessionAnswer = RouteOutput<'training.getSession'>;

/** Parts of the page that are no score grid. */
const ATTENDANCE = 'attendance';
const ATTEMPTS = 'attempts';
const BOARD = 'board';

interface SchemeTab {
  schemeId: string;
  title: string;
  count: number;
}

/** Schemes that were attempted, the one started last first. */
function listSchemeTabs(attempts: readonly AttemptRow[]): SchemeTab[] {
  const byScheme = Map.groupBy(attempts.toReversed(), (attempt) => attempt.schemeId);
  return [...byScheme].map(([schemeId, rows]) => ({
    schemeId,
    title: rows[0]?.schemeTitle ?? '',
    count: rows.length,
  }));
}

/** When, how long, where, with whom: in one line. */
function SessionHint({ session }: { session: SessionRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const minutes = session.durationMinutes;
  const parts = [
    format.longDate(session.date),
    minutes === null ? '' : t('training:minutes', { count: minutes }),
    session.workshop,
    session.expertName ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

interface SessionTabsProps {
  answer: SessionAnswer;
  view: string | undefined;
  onStart: () => void;
  /** The scheme whose attempts were just started; null: none. */
  started: string | null;
  onFocused: () => void;
}

function SessionTabs({ answer, view, onStart, started, onFocused }: SessionTabsProps): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { session, attendance, attempts } = answer;
  const schemes = listSchemeTabs(attempts);
  const known = [ATTENDANCE, BOARD, ATTEMPTS, ...schemes.map(({ schemeId }) => schemeId)];
  const current = view !== undefined && known.includes(view) ? view : (schemes[0]?.schemeId ?? ATTENDANCE);
  const there = attendance.filter(({ state }) => state === 'present' || state === 'late').length;
  return (
    <>
      <UnsentNotice openSheet={`${session.id}/${current}`} />
      <Tabs
        value={current}
        onChange={(value) =>
          value !== null && navigate(`/training/${session.id}/${value}`, { replace: true })
        }
        keepMounted={false}
        className={styles['tabs'] ?? ''}
      >
        <Tabs.List className={styles['tabList'] ?? ''}>
          <Tabs.Tab value={ATTENDANCE}>{t('training:tab.attendance', { number: there })}</Tabs.Tab>
          <Tabs.Tab value={BOARD}>{t('training:tab.board')}</Tabs.Tab>
          <Tabs.Tab value={ATTEMPTS}>{t('training:tab.attempts', { number: attempts.length })}</Tabs.Tab>
          {schemes.map((scheme) => (
            <Tabs.Tab key={scheme.schemeId} value={scheme.schemeId} title={scheme.title}>
              <span className={styles['schemeTab']}>{scheme.title}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={ATTENDANCE} className={styles['panel'] ?? ''}>
          <AttendancePanel answer={answer} onStart={onStart} />
        </Tabs.Panel>
        <Tabs.Panel value={BOARD} className={styles['panel'] ?? ''}>
          <BoardPanel answer={answer} onStart={onStart} />
        </Tabs.Panel>
        <Tabs.Panel value={ATTEMPTS} className={styles['panel'] ?? ''}>
          <AttemptsPanel attempts={attempts} onStart={onStart} />
        </Tabs.Panel>
        {schemes.map(({ schemeId }) => (
          <Tabs.Panel key={schemeId} value={schemeId} className={styles['panel'] ?? ''}>
            <ScoreSheet
              sessionId={session.id}
              schemeId={schemeId}
              takesFocus={started === schemeId}
              onFocused={onFocused}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function OpenSession({ answer, view }: { answer: SessionAnswer; view: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<'edit' | 'start' | null>(null);
  const [started, setStarted] = useState<string | null>(null);
  const competencyName = useCompetencyName();
  const remove = useCommand('training.removeSession', { offerUndo: true });
  const { session } = answer;
  const start = (): void => setOpened('start');
  return (
    <>
      <PageHeader
        title={competencyName(session.competencyId)}
        hint={<SessionHint session={session} />}
        back={{ href: '/training', label: t('nav:training') }}
        actions={
          <>
            <Allowed command="training.updateSession">
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setOpened('edit')}
              >
                {t('common:action.edit')}
              </Button>
            </Allowed>
            <RepeatButton competencyId={session.competencyId} sessionId={session.id} />
            <Button
              variant="default"
              component={Link}
              href={`/assessment/${session.id}`}
              leftSection={<IconGavel size={16} aria-hidden />}
            >
              {t('training:assessment')}
            </Button>
            <Allowed command="training.addAttempts">
              <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={start}>
                {t('training:attempt.start')}
              </Button>
            </Allowed>
          </>
        }
      />
      <SessionTabs
        answer={answer}
        view={view}
        onStart={start}
        started={started}
        onFocused={() => setStarted(null)}
      />
      {opened === 'edit' ? (
        <SessionDrawer
          session={session}
          onClose={() => setOpened(null)}
          onRemove={() => remove.mutate({ id: session.id }, { onSuccess: () => navigate('/training') })}
        />
      ) : null}
      {opened === 'start' ? (
        <StartAttemptsDrawer
          answer={answer}
          onClose={() => setOpened(null)}
          onStarted={(schemeId) => {
            setOpened(null);
            setStarted(schemeId);
            navigate(`/training/${session.id}/${schemeId}`, { replace: true });
          }}
        />
      ) : null}
    </>
  );
}

interface SessionPageProps {
  id: string;
  /** `attendance`, `board`, `attempts`, or the scheme whose grid is open; the grid worked at last when missing. */
  view: string | undefined;
}

/** One training session: who was there, what was attempted, and the score grids. */
export function SessionPage({ id, view }: SessionPageProps): ReactNode {
  const session = useRouteQuery('training.getSession', { id });
  useGoneRedirect(session, '/training');
  return (
    <Page kind="fill">
      <QueryView query={session}>
        {(answer) => (
          <OfCompetency id={answer.session.competencyId}>
            <OpenSession answer={answer} view={view} />
          </OfCompetency>
        )}
      </QueryView>
    </Page>
  );
}
