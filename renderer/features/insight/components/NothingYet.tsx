import { Button } from '@mantine/core';
import { IconMountain } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState } from '../../../ui/EmptyState.tsx';

/** Readiness and forecasts need a squad that practises: where it is gathered. */
export function NothingYet({ href }: { href: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconMountain}
      title={t('insight:empty.title')}
      text={t('insight:empty.text')}
      primary={
        <Button component={Link} href={href}>
          {t('insight:empty.begin')}
        </Button>
      }
    />
  );
}
