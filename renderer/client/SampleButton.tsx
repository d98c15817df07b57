import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useCommand, useRouteQuery } from './queries.ts';
import { useMayCall } from './useAccess.ts';

const isSample = (status: RouteOutput<'app.getStatus'> | undefined): boolean => status?.sample ?? true;

/** Opens the sample college, for looking at how a filled screen works; absent where it is open. */
export function SampleButton(): ReactNode {
  const { t } = useTranslation();
  const status = useRouteQuery('app.getStatus', {}).data;
  const open = useCommand('sample.open');
  const mayOpen = useMayCall('sample.open');
  if (!mayOpen || isSample(status)) return null;
  return (
    <Button variant="default" loading={open.isPending} onClick={() => open.mutate({})}>
      {t('common:sample')}
    </Button>
  );
}
