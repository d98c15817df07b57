import { Anchor, Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgendaEntry } from '#shared/contract/tasks.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { addressOf, isLate, kindTones } from '../agendaLinks.ts';
import styles from '../tasks.module.css';

interface AgendaLineProps {
  entry: AgendaEntry;
  /** Whether the day is said in the line: not under a heading that says it. */
  withDate: boolean;
  onOpen: (taskId: string) => void;
}

/** One entry of the calendar: what it is, whose it is, the way to it. */
export function AgendaLine({ entry, withDate, onOpen }: AgendaLineProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  const setState = useCommand('tasks.setState');
  const address = addressOf(entry);
  const competencies = entry.competencyIds.map(nameOf).filter((name) => name !== '');
  const title = entry.title === '' ? competencies.join(', ') : entry.title;
  const late = isLate(entry, useToday());
  const facts = [
    withDate ? format.date(entry.date) : '',
    entry.startTime,
    entry.place,
    entry.partnerName,
    entry.title === '' ? '' : competencies.join(', '),
    entry.personName,
  ];
  return (
    <li className={styles['item']}>
      <span className={styles['words']}>
        {address === null ? (
          <Anchor component="button" type="button" ta="start" onClick={() => onOpen(entry.rowId)}>
            {title}
          </Anchor>
        ) : (
          <Link href={address}>{title}</Link>
        )}
        <span className={styles['soft']}>
          {[...new Set(facts)].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      <span className={styles['side']}>
        {late ? <StatusBadge tone="bad">{t('tasks:duty.late')}</StatusBadge> : null}
        {entry.isDone ? <StatusBadge tone="good">{t('tasks:duty.done')}</StatusBadge> : null}
        <StatusBadge tone={kindTones[entry.kind]}>{t(`tasks:kind.${entry.kind}`)}</StatusBadge>
        {entry.kind === 'task' && !entry.isDone ? (
          <Allowed command="tasks.setState">
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconCheck size={14} aria-hidden />}
              aria-label={t('tasks:task.finishOne', { title })}
              onClick={() => setState.mutate({ id: entry.rowId, state: 'done' })}
            >
              {t('tasks:task.finish')}
            </Button>
          </Allowed>
        ) : null}
      </span>
    </li>
  );
}
