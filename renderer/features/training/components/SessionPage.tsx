import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';

interface SessionPageProps {
  id: string;
}

/** First, minimal page; what it shows comes with its feature. */
export function SessionPage({ id }: SessionPageProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('nav:training')} hint={id} />
    </Page>
  );
}
