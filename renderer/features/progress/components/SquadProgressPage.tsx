import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';

interface SquadProgressPageProps {
  competencyId: string;
}

/** First, minimal page; what it shows comes with its feature. */
export function SquadProgressPage({ competencyId }: SquadProgressPageProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('nav:progress')} hint={competencyId} />
    </Page>
  );
}
