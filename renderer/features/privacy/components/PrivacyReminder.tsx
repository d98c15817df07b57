import { IconShieldExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useRouteQuery } from '../../../client/queries.ts';
import { useMay } from '../../../client/useAccess.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** Reminds whoever looks after personal data of missing consents and of data that has been kept for long enough. */
export function PrivacyReminder(): ReactNode {
  const { t } = useTranslation();
  const mayRead = useMay('privacy.read');
  const overview = useRouteQuery('privacy.getOverview', {}, { enabled: mayRead }).data;
  if (!mayRead || overview === undefined) return null;
  const { gaps, due } = overview;
  if (gaps.length + due.length === 0) return null;
  const told = [
    ...(gaps.length === 0 ? [] : [t('privacy:reminder.consents', { count: gaps.length })]),
    ...(due.length === 0 ? [] : [t('privacy:reminder.due', { count: due.length })]),
  ];
  return (
    <Notice tone="warn" icon={IconShieldExclamation} title={told.join(' ')}>
      <Link href="/settings/privacy">{t('privacy:reminder.open')}</Link>
    </Notice>
  );
}
