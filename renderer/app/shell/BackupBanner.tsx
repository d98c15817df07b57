import { Button } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Allowed } from '../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../client/queries.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import styles from './Shell.module.css';

/** Says that a backup is looked at, that the disk can only be read, or that damage was found; each with the way on. */
export function BackupBanner(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const close = useCommand('backup.closeView');
  const notice = useRouteQuery('backup.getNotice', {}).data;
  if (!notice) return null;
  const { viewing, damage, isReadOnly } = notice;
  if (viewing) {
    const when = viewing.madeAt === null ? viewing.fileName : format.dateTime(viewing.madeAt);
    return (
      <div className={styles['banner']} role="region" aria-label={t('nav:view.label')}>
        <IconEye size={18} aria-hidden />
        <span className={styles['bannerText']}>{t('nav:view.text', { when })}</span>
        <Allowed command="backup.closeView">
          <Button size="xs" color="ember.7" loading={close.isPending} onClick={() => close.mutate({})}>
            {t('nav:view.close')}
          </Button>
        </Allowed>
      </div>
    );
  }
  if (isReadOnly) {
    return (
      <div className={styles['banner']} role="region" aria-label={t('nav:readOnly.label')}>
        <IconLock size={18} aria-hidden />
        <span className={styles['bannerText']}>{t('nav:readOnly.text')}</span>
      </div>
    );
  }
  if (damage === null) return null;
  return (
    <div className={styles['banner']} role="region" aria-label={t('nav:damage.label')}>
      <IconAlertTriangle size={18} aria-hidden />
      <span className={styles['bannerText']}>{t(`nav:damage.${damage.kind}`)}</span>
      <Allowed command="backup.make">
        <Button size="xs" color="ember.7" onClick={() => navigate('/settings/backup')}>
          {t('nav:damage.open')}
        </Button>
      </Allowed>
    </div>
  );
}
