import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaEntry } from '#shared/contract/tasks.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { classNames } from '../../../ui/classNames.ts';
import styles from '../tasks.module.css';
import { AgendaLine } from './AgendaLine.tsx';

interface AgendaDaysProps {
  entries: readonly AgendaEntry[];
  /** First day that is shown: what began before it stands under it. */
  from: string;
  onOpen: (taskId: string) => void;
}

/** Everything with a date, day by day. */
export function AgendaDays({ entries, from, onOpen }: AgendaDaysProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  if (entries.length === 0) return <p className={styles['hint']}>{t('tasks:calendar.none')}</p>;
  const days = Map.groupBy(entries, (one) => (one.date < from ? from : one.date));
  return [...days].map(([day, own]) => (
    <section key={day} aria-label={format.longDate(day)}>
      <h3 className={classNames(styles['day'], day === today && styles['today'])}>
        {format.longDate(day)}
        {day === today ? ` · ${t('tasks:calendar.today')}` : null}
      </h3>
      <ul className={styles['list']}>
        {own.map((entry) => (
          <AgendaLine key={entry.key} entry={entry} withDate={entry.date < from} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  ));
}
