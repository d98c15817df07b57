import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedSession } from '#shared/contract/plan.ts';
import { shiftDay, weekOf } from '#shared/domain/planning/phases.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompareText, useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { daysOf } from '../calendarDays.ts';
import { endTime } from '../occupancy.ts';
import styles from './Plan.module.css';

interface OccupancyCardProps {
  /** Any day of the week that is shown. */
  day: string;
  nameOf: (competencyId: string) => string;
}

function Occupant({
  session,
  name,
  isTaken,
}: {
  session: PlannedSession;
  name: string;
  isTaken: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const time =
    session.startTime === ''
      ? t('plan:occupancy.openTime')
      : `${session.startTime}–${endTime(session.startTime, session.durationMinutes)}`;
  return (
    <span className={styles['occupant']} data-taken={isTaken || undefined}>
      {isTaken ? <IconAlertTriangle size={12} aria-label={t('plan:conflict.workshop')} /> : null}
      <span className={styles['occupantTime']}>{time}</span> {name}
    </span>
  );
}

/** Which workshop is taken when, over a week, by all competencies; two at once are told. */
export function OccupancyCard({ day, nameOf }: OccupancyCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const compareText = useCompareText();
  const from = weekOf(day);
  const span = { from, to: shiftDay(from, 6) };
  const query = useRouteQuery('plan.calendar', span, { keepPrevious: true });
  return (
    <Card title={t('plan:occupancy.title')}>
      <QueryView query={query}>
        {({ sessions, conflicts }) => {
          const placed = sessions.filter((one) => one.workshop !== '');
          const clashes = conflicts.filter((one) => one.kind === 'workshop');
          const taken = new Set(clashes.flatMap((one) => [one.sessionId, one.otherId]));
          const workshops = [...new Set(placed.map((one) => one.workshop))].sort(compareText);
          const days = daysOf(span);
          if (workshops.length === 0)
            return <p className={styles['planWords']}>{t('plan:occupancy.none')}</p>;
          return (
            <>
              <p className={styles['planWords']}>
                {clashes.length === 0
                  ? t('plan:occupancy.free')
                  : t('plan:occupancy.clashes', { count: clashes.length })}
              </p>
              <div
                className={styles['scroll']}
                tabIndex={0}
                role="group"
                aria-label={t('plan:occupancy.title')}
              >
                <table className={styles['occupancy']}>
                  <thead>
                    <tr>
                      <th scope="col">{t('plan:field.workshop')}</th>
                      {days.map((date, index) => (
                        <th key={date} scope="col">
                          {`${t(`plan:weekday.${index + 1}`)}, ${format.dayMonth(date)}`}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {workshops.map((workshop) => (
                      <tr key={workshop}>
                        <th scope="row">{workshop}</th>
                        {days.map((date) => (
                          <td key={date}>
                            {placed
                              .filter((one) => one.date === date && one.workshop === workshop)
                              .map((one) => (
                                <Occupant
                                  key={one.id}
                                  session={one}
                                  name={nameOf(one.competencyId)}
                                  isTaken={taken.has(one.id)}
                                />
                              ))}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          );
        }}
      </QueryView>
    </Card>
  );
}
