import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgendaEntry } from '#shared/contract/tasks.ts';
import { orderOfDay, spreadOverDays } from '#shared/domain/tasks/agenda.ts';
import { daysOf, weeksOfMonth } from '#shared/domain/tasks/month.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { classNames } from '../../../ui/classNames.ts';
import { addressOf, isLate, kindIcons, kindTones } from '../agendaLinks.ts';
import { AgendaLine } from './AgendaLine.tsx';
import styles from './MonthGrid.module.css';

interface MonthGridProps {
  /** A day of the month that is shown. */
  month: string;
  /** What the weeks of the month have, in the order of time. */
  entries: readonly AgendaEntry[];
  onOpen: (taskId: string) => void;
}

/** Entries that a day shows before it says how many more there are. */
const MOST_SHOWN = 4;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function Chip({ entry, onOpen }: { entry: AgendaEntry; onOpen: (taskId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCompetencyName();
  const address = addressOf(entry);
  const title = entry.title === '' ? entry.competencyIds.map(nameOf).join(', ') : entry.title;
  const kind = t(`tasks:kind.${entry.kind}`);
  const late = isLate(entry, useToday());
  const state = late ? t('tasks:duty.late') : entry.isDone ? t('tasks:duty.done') : '';
  const words = [kind, entry.startTime, title, entry.partnerName, entry.personName, state];
  const said = words.filter((word) => word !== '').join(' · ');
  const KindIcon = kindIcons[entry.kind];
  const shared = {
    className: styles['chip'],
    title: said,
    'aria-label': said,
    'data-tone': late ? 'bad' : kindTones[entry.kind],
    'data-done': entry.isDone || undefined,
  };
  const contents = (
    <>
      <KindIcon size={13} aria-hidden className={styles['icon']} />
      <span className={styles['title']}>
        {entry.startTime === '' ? null : <span className={styles['time']}>{entry.startTime} </span>}
        {title}
      </span>
    </>
  );
  return address === null ? (
    <button type="button" {...shared} onClick={() => onOpen(entry.rowId)}>
      {contents}
    </button>
  ) : (
    <Link href={address} {...shared}>
      {contents}
    </Link>
  );
}

interface DayProps {
  day: string;
  entries: readonly AgendaEntry[];
  isOutside: boolean;
  isChosen: boolean;
  onChoose: () => void;
  onOpen: (taskId: string) => void;
}

function Day({ day, entries, isOutside, isChosen, onChoose, onOpen }: DayProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const isToday = day === useToday();
  const hidden = entries.length > MOST_SHOWN ? entries.length - MOST_SHOWN + 1 : 0;
  const shown = entries.slice(0, entries.length - hidden);
  return (
    <div
      className={styles['day']}
      data-outside={isOutside || undefined}
      data-chosen={isChosen || undefined}
      role="group"
      aria-label={format.longDate(day)}
    >
      <button
        type="button"
        className={classNames(styles['number'], isToday && styles['today'])}
        aria-current={isToday ? 'date' : undefined}
        aria-label={t('tasks:month.open', { day: format.longDate(day) })}
        aria-expanded={isChosen}
        onClick={onChoose}
      >
        {Number(day.slice(8))}
      </button>
      {shown.map((entry) => (
        <Chip key={entry.key} entry={entry} onOpen={onOpen} />
      ))}
      {hidden === 0 ? null : (
        <button type="button" className={styles['more']} onClick={onChoose}>
          {t('tasks:month.more', { count: hidden })}
        </button>
      )}
    </div>
  );
}

/** Everything with a date as a month; a chosen day tells all that it has below. */
export function MonthGrid({ month, entries, onOpen }: MonthGridProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const span = weeksOfMonth(month);
  const days = spreadOverDays(entries, span);
  const own = chosen === null ? [] : orderOfDay(days.get(chosen) ?? []);
  return (
    <>
      <div className={styles['grid']}>
        {WEEKDAYS.map((weekday) => (
          <div key={weekday} className={styles['weekday']}>
            {t(`plan:weekday.${weekday}`)}
          </div>
        ))}
        {daysOf(span).map((day) => (
          <Day
            key={day}
            day={day}
            entries={orderOfDay(days.get(day) ?? [])}
            isOutside={day.slice(0, 7) !== month.slice(0, 7)}
            isChosen={day === chosen}
            onChoose={() => setChosen(day === chosen ? null : day)}
            onOpen={onOpen}
          />
        ))}
      </div>
      {chosen === null ? null : (
        <section className={styles['below']} aria-label={format.longDate(chosen)}>
          <h3 className={styles['heading']}>{format.longDate(chosen)}</h3>
          {own.length === 0 ? <p className={styles['hint']}>{t('tasks:month.nothing')}</p> : null}
          <ul className={styles['list']}>
            {own.map((entry) => (
              <AgendaLine key={entry.key} entry={entry} withDate={entry.date !== chosen} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
