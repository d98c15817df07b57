import { IconBell } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PartnerReminder } from '#shared/contract/partners.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';

const MOST = 6;

function addressOf(reminder: PartnerReminder): string {
  return reminder.kind === 'visit_report'
    ? `/partners/visits/${reminder.rowId}`
    : `/partners/${reminder.partnerId}`;
}

/** What asks for attention; the most late first. */
export function Reminders({ reminders }: { reminders: readonly PartnerReminder[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (reminders.length === 0) return null;
  const isLate = reminders.some(({ daysLeft }) => daysLeft < 0);
  return (
    <Notice
      tone={isLate ? 'warn' : 'info'}
      icon={IconBell}
      title={t('partners:reminder.title', { count: reminders.length })}
    >
      <ul>
        {reminders.slice(0, MOST).map((one) => (
          <li key={`${one.kind}/${one.rowId}`}>
            {t(`partners:reminder.${one.kind}`, { date: format.date(one.date) })}{' '}
            <Link href={addressOf(one)}>{one.title}</Link> · {one.partnerName}
            {one.daysLeft < 0 ? ` · ${t('partners:reminder.late', { count: -one.daysLeft })}` : null}
          </li>
        ))}
      </ul>
      {reminders.length > MOST ? (
        <Link href="/tasks">{t('partners:reminder.more', { count: reminders.length - MOST })}</Link>
      ) : null}
    </Notice>
  );
}
