import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteQuery } from '../../../client/queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from './Backup.module.css';

const STEPS = ['backup:sheet.step1', 'backup:sheet.step2', 'backup:sheet.step3'] as const;

function Sheet({ code, college }: { code: string; college: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles['sections']}>
      {college === '' ? null : <p className={styles['text']}>{college}</p>}
      <p className={styles['text']}>{t('backup:sheet.text')}</p>
      <p className={styles['code']} data-testid="recovery-code">
        {code}
      </p>
      <ol className={styles['text']}>
        {STEPS.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <p className={styles['text']}>{t('backup:sheet.warning')}</p>
    </div>
  );
}

/** The recovery sheet: opens every encrypted backup of this computer when the passphrase is forgotten. */
export function RecoverySheetPage(): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('backup.getRecoveryCode', {});
  const college = useRouteQuery('app.getStatus', {}).data?.preferences.collegeName ?? '';
  return (
    <Page>
      <PageHeader
        title={t('backup:sheet.title')}
        back={{ href: '/settings/backup', label: t('backup:title') }}
        actions={
          <Button
            data-print-hidden
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('backup:sheet.print')}
          </Button>
        }
      />
      <QueryView query={query}>
        {({ recoveryCode }) =>
          recoveryCode === null ? (
            <EmptyState title={t('backup:sheet.none')} text={t('backup:encryption.offText')} />
          ) : (
            <Sheet code={recoveryCode} college={college} />
          )
        }
      </QueryView>
    </Page>
  );
}
