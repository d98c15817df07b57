import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** A page that is not for the role of who works now, reached by its address. */
export function RefusedPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('common:refusedPage.title')} />
      <EmptyState
        title={t('common:refusedPage.what')}
        text={t('common:refusedPage.text')}
        primary={
          <Button component={Link} href="/">
            {t('common:notFound.home')}
          </Button>
        }
      />
    </Page>
  );
}
