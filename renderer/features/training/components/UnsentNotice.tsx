import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useShallow } from 'zustand/react/shallow';
import { Notice } from '../../../ui/Notice.tsx';
import { useSenderState } from '../marks/useMarkSender.ts';

/** Sheets with marks that could not be stored, each with the way to it. */
export function UnsentNotice(): ReactNode {
  const { t } = useTranslation();
  const failed = useSenderState(
    useShallow(({ batches }) => batches.filter((batch) => batch.state === 'failed')),
  );
  if (failed.length === 0) return null;
  const count = failed.reduce((sum, batch) => sum + batch.cells.length, 0);
  const sheets = new Map(failed.map((batch) => [`${batch.sessionId}/${batch.schemeId}`, batch]));
  return (
    <Notice tone="bad" icon={IconAlertTriangle} title={t('training:stored.failed', { count })}>
      {[...sheets.keys()].map((address) => (
        <Link key={address} href={`/training/${address}`}>
          {t('training:stored.open')}
        </Link>
      ))}
    </Notice>
  );
}
