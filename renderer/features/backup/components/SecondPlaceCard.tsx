import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useCommand } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from './Backup.module.css';

type Status = RouteOutput<'backup.getStatus'>;

function ChoosePlace({ mounts }: { mounts: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const set = useCommand('backup.setSecondPlace');
  const [path, setPath] = useState('');
  const choose = (chosen: string): void => {
    if (chosen.trim() !== '') set.mutate({ path: chosen.trim() });
  };
  return (
    <form
      className={styles['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        choose(path);
      }}
    >
      <p className={styles['text']}>{t('backup:second.none')}</p>
      {mounts.length === 0 ? null : (
        <div className={styles['row']} role="group" aria-label={t('backup:second.mounts')}>
          {mounts.map((mount) => (
            <Button key={mount} size="xs" variant="light" onClick={() => choose(mount)}>
              {mount}
            </Button>
          ))}
        </div>
      )}
      <TextInput
        className={styles['wide'] ?? ''}
        label={t('backup:second.path')}
        description={t('backup:second.hint')}
        value={path}
        maxLength={1000}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={set.isPending} disabled={path.trim() === ''}>
        {t('backup:second.set')}
      </Button>
    </form>
  );
}

/** A stick or another disk to which each new backup is brought. */
export function SecondPlaceCard({ status }: { status: Status }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const set = useCommand('backup.setSecondPlace');
  const place = status.secondPlace;
  return (
    <Card title={t('backup:second.title')}>
      {place === null ? (
        <ChoosePlace mounts={status.mounts} />
      ) : (
        <div className={styles['fields']}>
          <StatusBadge tone={place.present ? 'good' : 'warn'}>
            {t(place.present ? 'backup:second.present' : 'backup:second.away')}
          </StatusBadge>
          <p className={styles['soft']}>{place.path}</p>
          <p className={styles['text']}>
            {place.copiedAt === null
              ? t('backup:second.never')
              : t('backup:second.copied', { when: format.dateTime(place.copiedAt) })}
          </p>
          <Button
            variant="default"
            size="xs"
            loading={set.isPending}
            onClick={() => set.mutate({ path: null })}
          >
            {t('backup:second.forget')}
          </Button>
        </div>
      )}
    </Card>
  );
}
