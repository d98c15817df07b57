import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';

interface HomePageProps {
  /** Each squad at a glance; made by another feature. */
  overview: ReactNode;
}

/** The first screen. */
export function HomePage({ overview }: HomePageProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('nav:home')} />
      {overview}
    </Page>
  );
}
