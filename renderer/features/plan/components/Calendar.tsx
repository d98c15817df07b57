import { ActionIcon } from '@mantine/core';
import { IconFlag, IconPlus, IconTrophy, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedSession } from '#shared/contract/plan.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed, OfCompetency } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { shortName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { daysOf } from '../calendarDays.ts';
import type { DaySpan } from '../calendarDays.ts';
import type { CalendarView } from '../plan.store.ts';
import styles from './Plan.module.css';
import { PlannedCard } from './PlannedCard.tsx';

export type CalendarData = RouteOutput<'plan.calendar'>;

interface CalendarProps {
  view: CalendarView;
  /** Day that the view is around. */
  day: string;
  today: string;
  span: DaySpan;
  data: CalendarData;
  nameOf: (competencyId: string) => string;
  onEdit: (session: PlannedSession) => void;
  onAdd: (date: string) => void;
}

/** Sentences of what stands in the way of a session. */
function useWarnings(data: CalendarData): (id: string) => string[] {
  const { t } = useTranslation();
  const format = useFormat();
  return (id) => [
    ...new Set(
      data.conflicts
        .filter((one) => one.sessionId === id || one.otherId === id)
        .map((one) => t(`plan:conflict.${one.kind}`, { names: format.list(one.names.slice(0, 3)) })),
    ),
  ];
}

function DayContents({ date, ...props }: CalendarProps & { date: string }): ReactNode {
  const { t } = useTranslation();
  const { data, nameOf, onEdit } = props;
  const warningsOf = useWarnings(data);
  return (
    <>
      {data.championships
        .filter((one) => one.date === date)
        .map((one) => (
          <span key={one.planId} className={styles['event']}>
            <IconTrophy size={14} aria-hidden />
            {one.title}
          </span>
        ))}
      {data.milestones
        .filter((one) => one.date === date)
        .map((one) => (
          <span key={one.id} className={styles['event']}>
            <IconFlag size={14} aria-hidden />
            {one.title}
          </span>
        ))}
      {data.absences
        .filter((one) => one.fromDate <= date && one.toDate >= date)
        .map((one) => (
          <span key={one.id} className={styles['away']} title={one.reason}>
            <IconUserOff size={13} aria-hidden />
            {t('plan:absence.away', { student: shortName(one) })}
          </span>
        ))}
      {data.sessions
        .filter((one) => one.date === date)
        .map((one) => (
          <OfCompetency id={one.competencyId} key={one.id}>
            <PlannedCard
              session={one}
              competencyName={nameOf(one.competencyId)}
              warnings={warningsOf(one.id)}
              onEdit={() => onEdit(one)}
            />
          </OfCompetency>
        ))}
    </>
  );
}

function Day({ date, ...props }: CalendarProps & { date: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [isTarget, setTarget] = useState(false);
  const move = useCommand('plan.moveSession');
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setTarget(false);
    const id = event.dataTransfer.getData('text/plain');
    const session = props.data.sessions.find((one) => one.id === id);
    if (session && session.date !== date) move.mutate({ id, date });
  };
  const isOutside = props.view === 'month' && date.slice(0, 7) !== props.day.slice(0, 7);
  return (
    <div
      className={styles['day']}
      data-outside={isOutside || undefined}
      data-target={isTarget || undefined}
      data-tall={props.view === 'week' || undefined}
      role="group"
      aria-label={format.longDate(date)}
      onDragOver={(event) => {
        event.preventDefault();
        setTarget(true);
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={onDrop}
    >
      <div className={styles['dayHead']}>
        <span className={date === props.today ? styles['today'] : undefined}>{Number(date.slice(8))}</span>
        <Allowed command="plan.createSession">
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('plan:session.addOn', { date: format.longDate(date) })}
            onClick={() => props.onAdd(date)}
          >
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        </Allowed>
      </div>
      <DayContents date={date} {...props} />
    </div>
  );
}

function DayList(props: CalendarProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = props;
  const days = daysOf(props.span).filter((date) =>
    [...data.sessions, ...data.milestones, ...data.championships].some((one) => one.date === date),
  );
  if (days.length === 0) return <p className={styles['planWords']}>{t('plan:calendar.nothing')}</p>;
  return (
    <div className={styles['list']}>
      {days.map((date) => (
        <div key={date} className={styles['listDay']}>
          <span className={styles['listDate']}>{format.longDate(date)}</span>
          <div className={styles['listSessions']}>
            <DayContents date={date} {...props} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** The calendar as a month, a week or a list. */
export function Calendar(props: CalendarProps): ReactNode {
  const { t } = useTranslation();
  if (props.view === 'list') return <DayList {...props} />;
  return (
    <div className={styles['calendar']}>
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
        <div key={weekday} className={styles['weekday']}>
          {t(`plan:weekday.${weekday}`)}
        </div>
      ))}
      {daysOf(props.span).map((date) => (
        <Day key={date} date={date} {...props} />
      ))}
    </div>
  );
}
