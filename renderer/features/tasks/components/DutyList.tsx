import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaEntry, TaskRow } from '#shared/contract/tasks.ts';
import { taskEntry } from '#shared/domain/tasks/agenda.ts';
import styles from '../tasks.module.css';
import { AgendaLine } from './AgendaLine.tsx';

interface DutyListProps {
  /** The most late first. */
  entries: readonly AgendaEntry[];
  /** Open tasks without a day. */
  undated: readonly TaskRow[];
  onOpen: (taskId: string) => void;
}

/** What needs somebody: late, near, and without a day. */
export function DutyList({ entries, undated, onOpen }: DutyListProps): ReactNode {
  const { t } = useTranslation();
  const withoutDay = undated.flatMap((one) => {
    const entry = taskEntry({ ...one, dueDate: '' });
    return entry ? [{ ...entry, isDuty: false }] : [];
  });
  if (entries.length === 0 && withoutDay.length === 0)
    return <p className={styles['hint']}>{t('tasks:duty.none')}</p>;
  return (
    <ul className={styles['list']}>
      {entries.map((entry) => (
        <AgendaLine key={entry.key} entry={entry} withDate onOpen={onOpen} />
      ))}
      {withoutDay.map((entry) => (
        <AgendaLine key={entry.key} entry={entry} withDate={false} onOpen={onOpen} />
      ))}
    </ul>
  );
}
