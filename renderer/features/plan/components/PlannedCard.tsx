import { IconAlertTriangle, IconTrophy } from '@tabler/icons-react';
import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PlannedSession } from '#shared/contract/plan.ts';
import { shiftDay } from '#shared/domain/planning/phases.ts';
import { useCommand } from '../../../client/queries.ts';
import { useMayCall } from '../../../client/useAccess.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { daysOfKey } from '../calendarDays.ts';
import { AdherenceBadge } from './AdherenceBadge.tsx';
import styles from './Plan.module.css';

interface PlannedCardProps {
  session: PlannedSession;
  competencyName: string;
  /** What stands in its way, in words. */
  warnings: readonly string[];
  onEdit: () => void;
}

/** The card is drawn anew in another day; the keyboard goes with it once it is there. */
function followCard(id: string): void {
  const find = (): HTMLElement | null => document.querySelector(`[data-planned="${id}"]`);
  const before = find();
  const watcher = new MutationObserver(() => {
    const now = find();
    if (now === null || now === before) return;
    watcher.disconnect();
    now.focus();
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watcher.disconnect(), FOLLOW_MS);
}

/** Longer than any answer takes; after that the person has gone on. */
const FOLLOW_MS = 2000;

/**
 * A planned session in the calendar. Enter opens it, S starts it at once, Alt with an arrow moves it by a day or a week;
 * the mouse drags it.
 */
export function PlannedCard({ session, competencyName, warnings, onEdit }: PlannedCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const move = useCommand('plan.moveSession');
  const start = useCommand('plan.startSession');
  const isPlanned = session.sessionId === null;
  const mayMove = useMayCall('plan.moveSession');
  const isOpen = isPlanned && mayMove;

  const open = (): void =>
    session.sessionId === null ? onEdit() : navigate(`/training/${session.sessionId}`);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const days = event.altKey ? daysOfKey(event.key) : null;
    if (days !== null && isOpen) {
      event.preventDefault();
      move.mutate(
        { id: session.id, date: shiftDay(session.date, days) },
        { onSuccess: () => followCard(session.id) },
      );
    } else if (mayMove && event.code === 'KeyS' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      start.mutate(
        { id: session.id },
        { onSuccess: ({ sessionId }) => navigate(`/training/${sessionId}/attendance`) },
      );
    }
  };
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData('text/plain', session.id);
    event.dataTransfer.effectAllowed = 'move';
  };
  const minutes = t('plan:minutes', { count: session.durationMinutes });
  return (
    <button
      type="button"
      className={styles['session']}
      data-mock={session.kind === 'mock' || undefined}
      draggable={isOpen}
      data-planned={session.id}
      data-open-on={isOpen ? session.date : undefined}
      onDragStart={onDragStart}
      onKeyDown={onKeyDown}
      onClick={open}
      title={isOpen ? t('plan:session.keys') : undefined}
    >
      <span className={styles['sessionHead']}>
        {session.kind === 'mock' ? <IconTrophy size={13} aria-label={t('plan:kind.mock')} /> : null}
        {session.startTime === '' ? minutes : `${session.startTime}, ${minutes}`}
      </span>
      <span className={styles['sessionName']}>{session.focus === '' ? competencyName : session.focus}</span>
      {session.workshop === '' ? null : <span className={styles['sessionPlace']}>{session.workshop}</span>}
      {session.originalDate === session.date ? null : (
        <span className={styles['sessionPlace']}>
          {t('plan:session.movedFrom', { date: format.dayMonth(session.originalDate) })}
        </span>
      )}
      {session.adherence === null ? null : <AdherenceBadge figures={session.adherence} />}
      {warnings.map((warning) => (
        <span key={warning} className={styles['warning']}>
          <IconAlertTriangle size={12} aria-hidden />
          {warning}
        </span>
      ))}
    </button>
  );
}
