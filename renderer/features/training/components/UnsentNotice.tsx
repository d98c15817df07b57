import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useShallow } from 'zustand/react/shallow';
import { Notice } from '../../../ui/Notice.tsx';
import type { UnsentBatch } from '../marks/markQueue.ts';
import { useSenderState } from '../marks/useMarkSender.ts';

interface UnsentNoticeProps {
  /** `<session>/<scheme>` of the grid that is open and tells it by itself. */
  openSheet?: string;
}

const addressOf = (batch: UnsentBatch): string => `${batch.sessionId}/${batch.schemeId}`;

/** Sheets with marks that could not be stored, each with the way to it. */
export function UnsentNotice({ openSheet }: UnsentNoticeProps): ReactNode {
  const { t } = useTranslation();
  const failed = useSenderState(
    useShallow(({ batches }) =>
      batches.filter((batch) => batch.state === 'failed' && addressOf(batch) !== openSheet),
    ),
  );
  if (failed.length === 0) return null;
  const count = failed.reduce((sum, batch) => sum + batch.cells.length, 0);
  return (
    <Notice tone="bad" icon={IconAlertTriangle} title={t('training:stored.failed', { count })}>
      {[...new Set(failed.map(addressOf))].map((address) => (
        <Link key={address} href={`/training/${address}`}>
          {t('training:stored.open')}
        </Link>
      ))}
    </Notice>
  );
}
