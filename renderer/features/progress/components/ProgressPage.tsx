import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';

/** First, minimal page; what it shows comes with its feature. */
export function ProgressPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('nav:progress')} />
    </Page>
  );
}
