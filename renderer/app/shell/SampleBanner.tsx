import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Allowed } from '../../client/Allowed.tsx';
import { useCommand } from '../../client/queries.ts';
import styles from './Shell.module.css';
import { useStatus } from './usePreferences.ts';

/** Says that the people on the screen do not exist, and takes them away with one click. */
export function SampleBanner(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const status = useStatus();
  const remove = useCommand('sample.remove');
  if (status?.sample !== true) return null;
  return (
    <div className={styles['banner']} role="region" aria-label={t('nav:sample.label')}>
      <IconEye size={18} aria-hidden />
      <span className={styles['bannerText']}>{t('nav:sample.text')}</span>
      <Allowed command="sample.remove">
        <Button
          size="xs"
          color="ember.7"
          loading={remove.isPending}
          onClick={() => remove.mutate({}, { onSuccess: () => navigate('/') })}
        >
          {t('nav:sample.remove')}
        </Button>
      </Allowed>
    </div>
  );
}
