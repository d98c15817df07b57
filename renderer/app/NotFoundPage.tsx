import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** An address that leads nowhere. */
export function NotFoundPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('common:notFound.title')} />
      <EmptyState
        title={t('common:notFound.what')}
        text={t('common:notFound.text')}
        primary={
          <Button component={Link} href="/">
            {t('common:notFound.home')}
          </Button>
        }
      />
    </Page>
  );
}
