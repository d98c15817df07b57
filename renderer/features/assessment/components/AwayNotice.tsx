import { IconCalendarOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { canCome } from '#shared/domain/partners/availability.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useMay } from '../../../client/useAccess.ts';
import { todayHere } from '../../../i18n/today.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';
import styles from '../assessment.module.css';

interface AwayNoticeProps {
  judgeIds: readonly string[];
  /** Day of the session; of days that are over nothing is said. */
  date: string;
}

/** Says which judges of partners were chosen for a day on which they cannot come, and when they can. */
export function AwayNotice({ judgeIds, date }: AwayNoticeProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const isAsked = useMay('partners.read') && judgeIds.length > 0 && date >= todayHere();
  const people = useRouteQuery('partners.listPeople', {}, { enabled: isAsked }).data?.people ?? [];
  // Whoever is sent by two partners can come on the days of both.
  const byExpert = Map.groupBy(people, (person) => person.expertId);
  const away = judgeIds.flatMap((id) => {
    const own = byExpert.get(id) ?? [];
    const spans = own.flatMap(({ availability }) => availability);
    return canCome(spans, date) ? [] : [{ id, name: own[0]?.expertName ?? '', spans }];
  });
  if (!isAsked || away.length === 0) return null;
  return (
    <Notice tone="warn" icon={IconCalendarOff} title={t('assessment:team.away')}>
      {away.map(({ id, name, spans }) => (
        <p key={id} className={styles['reason']}>
          {t('assessment:team.awayLine', {
            judge: name,
            days: spans
              .map(({ fromDate, toDate }) => `${format.date(fromDate)} – ${format.date(toDate)}`)
              .join(', '),
          })}
        </p>
      ))}
    </Notice>
  );
}
