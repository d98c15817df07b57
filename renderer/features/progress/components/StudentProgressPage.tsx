import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';

interface StudentProgressPageProps {
  competencyId: string;
  studentId: string;
}

/** First, minimal page; what it shows comes with its feature. */
export function StudentProgressPage({ competencyId, studentId }: StudentProgressPageProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Page key={competencyId}>
      <PageHeader title={t('nav:progress')} hint={studentId} />
    </Page>
  );
}
