import { Button } from '@mantine/core';
import { IconMountain } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';

/** Readiness and forecasts need a squad that practises: where it is gathered. */
export function NothingYet({ href }: { href: string }): ReactNode {
  const { t } = useTranslation();
  const openSample = useCommand('sample.open');
  return (
    <EmptyState
      icon={IconMountain}
      title={t('insight:empty.title')}
      text={t('insight:empty.text')}
      primary={
        <Button component={Link} href={href}>
          {t('progress:overview.empty.toCompetencies')}
        </Button>
      }
      secondary={
        <Allowed command="sample.open">
          <Button variant="default" loading={openSample.isPending} onClick={() => openSample.mutate({})}>
            {t('progress:overview.empty.sample')}
          </Button>
        </Allowed>
      }
    />
  );
}
