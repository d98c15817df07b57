import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconHourglass,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimerRow } from '#shared/contract/practice.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { fullName } from '../../../i18n/names.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { Tone } from '../../../ui/StatusBadge.tsx';
import type { SessionStudent } from '../training.queries.ts';
import styles from './Board.module.css';
import { actionOfKey, clockText, readClock } from './clocks.ts';
import type { ClockAction, StudentClock } from './clocks.ts';

const TONES: Record<TimerRow['state'], Tone> = {
  running: 'good',
  paused: 'calm',
  waiting: 'warn',
  stopped: 'info',
};

interface ClockTableProps {
  clocks: readonly StudentClock[];
  students: ReadonlyMap<string, SessionStudent>;
  now: string;
  onAction: (clock: StudentClock, action: ClockAction) => void;
}

function Time({ clock, now }: { clock: StudentClock; now: string }): ReactNode {
  const { t } = useTranslation();
  if (clock.open === null) return <span className={styles['idle']}>{clockText(0)}</span>;
  const { work, waiting } = readClock(clock.open, now);
  return (
    <>
      <span className={styles['time']} data-state={clock.open.state}>
        {work}
      </span>
      {waiting === null ? null : (
        <span className={styles['waited']}>{t('training:board.waited', { time: waiting })}</span>
      )}
    </>
  );
}

interface ClockButtonProps {
  icon: Icon;
  label: string;
  isDisabled?: boolean;
  onClick: () => void;
}

function ClockButton({ icon: ButtonIcon, label, isDisabled = false, onClick }: ClockButtonProps): ReactNode {
  return (
    <Allowed command="practice.switchTimers">
      <Tooltip label={label}>
        <ActionIcon size="lg" aria-label={label} disabled={isDisabled} onClick={onClick}>
          <ButtonIcon size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Allowed>
  );
}

function ClockLine({
  clock,
  student,
  now,
  onAction,
}: Pick<ClockTableProps, 'now'> & {
  clock: StudentClock;
  student: SessionStudent;
  onAction: (action: ClockAction) => void;
}): ReactNode {
  const { t } = useTranslation();
  const name = fullName(student);
  const state = clock.open?.state ?? null;
  const isRunning = state === 'running';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const action = actionOfKey(event.code);
    // The other buttons of the line keep Space and Enter for themselves.
    const isOwn = event.target === event.currentTarget || action !== 'toggle';
    if (action === null || !isOwn) return;
    event.preventDefault();
    onAction(action);
  };
  return (
    <tr
      tabIndex={0}
      className={styles['line']}
      data-clock={clock.studentId}
      aria-label={t('training:board.line', {
        student: name,
        state: t(`training:board.state.${state ?? 'idle'}`),
      })}
      onKeyDown={onKeyDown}
    >
      <th scope="row" className={styles['who']}>
        <span>{name}</span>
        {clock.past.length === 0 ? null : (
          <span className={styles['past']}>
            {clock.past
              .map(({ label, seconds }) =>
                label === ''
                  ? clockText(seconds)
                  : t('training:board.past', { label, time: clockText(seconds) }),
              )
              .join(' · ')}
          </span>
        )}
      </th>
      <td className={styles['module']}>{clock.open?.label ?? ''}</td>
      <td className={styles['timeCell']}>
        <Time clock={clock} now={now} />
      </td>
      <td>
        {state === null ? null : (
          <StatusBadge tone={TONES[state]}>{t(`training:board.state.${state}`)}</StatusBadge>
        )}
      </td>
      <td className={styles['buttons']}>
        <ClockButton
          icon={isRunning ? IconPlayerPause : IconPlayerPlay}
          label={t(isRunning ? 'training:board.pauseOf' : 'training:board.startOf', { student: name })}
          onClick={() => onAction('toggle')}
        />
        <ClockButton
          icon={IconHourglass}
          label={t('training:board.waitingOf', { student: name })}
          isDisabled={state === null || state === 'waiting'}
          onClick={() => onAction('waiting')}
        />
        <ClockButton
          icon={IconPlayerStop}
          label={t('training:board.stopOf', { student: name })}
          isDisabled={state === null}
          onClick={() => onAction('stop')}
        />
        <ClockButton
          icon={IconAlertTriangle}
          label={t('training:board.incidentOf', { student: name })}
          onClick={() => onAction('incident')}
        />
      </td>
    </tr>
  );
}

/** A line each: time of work, what the clock does, and the keys that switch it. */
export function ClockTable({ clocks, students, now, onAction }: ClockTableProps): ReactNode {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const onArrow = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const lines = [...(body.current?.querySelectorAll<HTMLElement>('tr') ?? [])];
    const at = lines.findIndex((line) => line.contains(document.activeElement));
    event.preventDefault();
    lines[Math.min(lines.length - 1, Math.max(0, at + step))]?.focus();
  };
  return (
    <div className={styles['scroll']}>
      <table className={styles['clocks']} aria-label={t('training:board.clocks')}>
        <thead>
          <tr>
            <th scope="col">{t('training:faults.student')}</th>
            <th scope="col">{t('training:board.module')}</th>
            <th scope="col">{t('training:board.time')}</th>
            <th scope="col">{t('training:attempt.status')}</th>
            <th scope="col">{t('training:board.actions')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onArrow}>
          {clocks.map((clock) => {
            const student = students.get(clock.studentId);
            return student === undefined ? null : (
              <ClockLine
                key={clock.studentId}
                clock={clock}
                student={student}
                now={now}
                onAction={(action) => onAction(clock, action)}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
