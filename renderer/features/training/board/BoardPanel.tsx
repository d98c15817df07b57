import { Autocomplete, Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconUsersPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import type { SessionStudent } from '../training.queries.ts';
import { useAttendees } from '../training.queries.ts';
import styles from './Board.module.css';
import { listClocks } from './clocks.ts';
import type { ClockAction, StudentClock } from './clocks.ts';
import { ClockTable } from './ClockTable.tsx';
import { IncidentsCard } from './IncidentsCard.tsx';
import { NotesCard } from './NotesCard.tsx';
import { useClockCommands, useNow } from './useBoard.ts';

type SessionAnswer = RouteOutput<'training.getSession'>;
type Board = RouteOutput<'practice.getBoard'>;

/** Names of the modules of the scheme that the session works at, to choose a label from. */
function useModules(answer: SessionAnswer): string[] {
  const schemeId = answer.attempts.at(-1)?.schemeId ?? '';
  const scheme = useRouteQuery('schemes.get', { id: schemeId }, { enabled: schemeId !== '' }).data;
  return useMemo(
    () => [...new Set((scheme?.criteria ?? []).map(({ code, name }) => `${code}. ${name}`))],
    [scheme],
  );
}

/** Whoever came, and whoever has a stopwatch already; everyone while nobody was asked. */
function listPresent(
  answer: SessionAnswer,
  board: Board,
  students: readonly SessionStudent[],
): readonly SessionStudent[] {
  const states = new Map(answer.attendance.map((row) => [row.studentId, row.state]));
  const timed = new Set(board.timers.map((timer) => timer.studentId));
  const isAway = (id: string): boolean => ['absent', 'excused'].includes(states.get(id) ?? '');
  const isAsked = states.size > 0;
  return students.filter(
    ({ studentId }) => timed.has(studentId) || (isAsked ? states.has(studentId) && !isAway(studentId) : true),
  );
}

interface OpenBoardProps {
  answer: SessionAnswer;
  board: Board;
  students: readonly SessionStudent[];
}

function OpenBoard({ answer, board, students }: OpenBoardProps): ReactNode {
  const { t } = useTranslation();
  const { session } = answer;
  const [label, setLabel] = useState('');
  const [concerned, setConcerned] = useState<string | null>(null);
  const note = useRef<HTMLInputElement>(null);
  const modules = useModules(answer);
  const present = listPresent(answer, board, students);
  const clocks = listClocks(
    present.map(({ studentId }) => studentId),
    board.timers,
  );
  const now = useNow(
    board.now,
    board.timers.some((timer) => timer.runningSince !== null || timer.waitingSince !== null),
  );
  const commands = useClockCommands(session.id);
  const open = clocks.flatMap((clock) => clock.open ?? []);
  const idle = clocks.filter((clock) => clock.open === null).map(({ studentId }) => studentId);
  const onAction = (clock: StudentClock, action: ClockAction): void => {
    if (action === 'incident') {
      setConcerned(clock.studentId);
      note.current?.focus();
    } else if (clock.open === null) {
      if (action === 'toggle') commands.start([clock.studentId], label.trim());
    } else if (action === 'toggle')
      commands.switchTo([clock.open], clock.open.state === 'running' ? 'paused' : 'running');
    else commands.switchTo([clock.open], action === 'stop' ? 'stopped' : 'waiting');
  };
  const isModuleNew = label.trim() !== '' && open.some((timer) => timer.label !== label.trim());
  return (
    <div className={styles['board']}>
      <div className={styles['main']}>
        <Card title={t('training:board.clocks')}>
          <div className={styles['tools']}>
            <Allowed command="practice.startTimers">
              <Autocomplete
                label={t('training:board.module')}
                placeholder={t('training:board.moduleHint')}
                data={modules}
                value={label}
                onChange={setLabel}
                maxLength={200}
                w={280}
              />
            </Allowed>
            <Allowed command="practice.startTimers">
              <Button
                leftSection={<IconPlayerPlay size={17} aria-hidden />}
                disabled={idle.length === 0}
                onClick={() => commands.start(idle, label.trim())}
              >
                {t('training:board.startAll', { number: idle.length })}
              </Button>
            </Allowed>
            {isModuleNew ? (
              <Allowed command="practice.switchTimers">
                <Button
                  variant="light"
                  onClick={() =>
                    commands.start(
                      open.map((timer) => timer.studentId),
                      label.trim(),
                    )
                  }
                >
                  {t('training:board.nextModule')}
                </Button>
              </Allowed>
            ) : null}
            <Allowed command="practice.switchTimers">
              <Button
                variant="default"
                leftSection={<IconPlayerPause size={17} aria-hidden />}
                disabled={open.every((timer) => timer.state !== 'running')}
                onClick={() =>
                  commands.switchTo(
                    open.filter((timer) => timer.state === 'running'),
                    'paused',
                  )
                }
              >
                {t('training:board.pauseAll')}
              </Button>
            </Allowed>
            <Allowed command="practice.switchTimers">
              <Button
                variant="default"
                leftSection={<IconPlayerStop size={17} aria-hidden />}
                disabled={open.length === 0}
                onClick={() => commands.switchTo(open, 'stopped')}
              >
                {t('training:board.stopAll')}
              </Button>
            </Allowed>
          </div>
          <ClockTable
            clocks={clocks}
            students={new Map(students.map((student) => [student.studentId, student]))}
            now={now}
            onAction={onAction}
          />
          <Allowed command="practice.switchTimers">
            <p className={styles['keys']}>{t('training:board.keys')}</p>
          </Allowed>
        </Card>
      </div>
      <div className={styles['side']}>
        <IncidentsCard
          sessionId={session.id}
          incidents={board.incidents}
          students={present}
          concerned={concerned}
          onConcerned={setConcerned}
          field={note}
        />
        <NotesCard session={session} />
        <Card title={t('attachments:title')}>
          <Attachments entity="sessions" ownerId={session.id} />
        </Card>
      </div>
    </div>
  );
}

interface BoardPanelProps {
  answer: SessionAnswer;
  onStart: () => void;
}

/** The session while it goes on: stopwatches, what happened, notes. */
export function BoardPanel({ answer, onStart }: BoardPanelProps): ReactNode {
  const { t } = useTranslation();
  const board = useRouteQuery('practice.getBoard', { sessionId: answer.session.id });
  const students = useAttendees(answer);
  if (students === undefined) return null;
  if (students.length === 0) {
    return (
      <EmptyState
        icon={IconUsersPlus}
        title={t('training:board.empty')}
        text={t('training:board.emptyText')}
        primary={
          <Allowed command="training.addAttempts">
            <Button onClick={onStart}>{t('training:attempt.start')}</Button>
          </Allowed>
        }
      />
    );
  }
  return (
    <QueryView query={board}>
      {(data) => <OpenBoard answer={answer} board={data} students={students} />}
    </QueryView>
  );
}
