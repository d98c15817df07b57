import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconDeviceFloppy, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupSource } from '#shared/contract/backup.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useLongCall } from '../../../client/useLongCall.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { usePreview } from '../usePreview.ts';
import styles from './Backup.module.css';
import { BackupTable } from './BackupTable.tsx';
import { EncryptionCard } from './EncryptionCard.tsx';
import { ExportCard } from './ExportCard.tsx';
import { OtherFileCard } from './OtherFileCard.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';
import { SecondPlaceCard } from './SecondPlaceCard.tsx';

type Status = RouteOutput<'backup.getStatus'>;

function UndoRestore({ restored }: { restored: NonNullable<Status['restored']> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const undo = useCommand('backup.undoRestore');
  const [isAsking, setAsking] = useState(false);
  return (
    <Notice icon={IconArrowBackUp} title={t('backup:restored.title', { when: format.dateTime(restored.at) })}>
      <p className={styles['text']}>{t('backup:restored.text')}</p>
      <div>
        <Button size="xs" variant="default" loading={undo.isPending} onClick={() => setAsking(true)}>
          {t('backup:restored.undo')}
        </Button>
      </div>
      <ConfirmDialog
        opened={isAsking}
        title={t('backup:restored.ask')}
        text={t('backup:restored.askText')}
        confirmLabel={t('backup:restored.undo')}
        onConfirm={() => undo.mutate({})}
        onClose={() => setAsking(false)}
      />
    </Notice>
  );
}

function MakeNow(): ReactNode {
  const { t } = useTranslation();
  const make = useCommand('backup.make');
  const call = useLongCall();
  const percent =
    call.progress && call.progress.total > 0 ? (100 * call.progress.done) / call.progress.total : 0;
  return (
    <div className={styles['row']}>
      {call.progress ? (
        <Progress.Root w={180} size="md">
          <Progress.Section value={percent} aria-label={t('backup:making')} />
        </Progress.Root>
      ) : null}
      <Button
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        loading={call.progress !== null}
        onClick={() => void call.run((task) => make.mutateAsync({ task })).catch(() => undefined)}
      >
        {t('backup:make')}
      </Button>
    </div>
  );
}

function Backups({ status, onOpen }: { status: Status; onOpen: (source: BackupSource) => void }): ReactNode {
  const { t } = useTranslation();
  const { backups, secondPlace } = status;
  return (
    <>
      <Card title={t('backup:list.title')}>
        {backups.length === 0 ? (
          <EmptyState icon={IconShieldCheck} title={t('backup:empty.title')} text={t('backup:empty.text')} />
        ) : (
          <BackupTable
            label={t('backup:list.title')}
            backups={backups}
            canRemove
            onOpen={(fileName) => onOpen({ kind: 'own', fileName })}
          />
        )}
        <p className={styles['soft']}>{t('backup:list.folder', { folder: status.folder })}</p>
      </Card>
      {secondPlace && secondPlace.backups.length > 0 ? (
        <Card title={t('backup:second.list')}>
          <BackupTable
            label={t('backup:second.list')}
            backups={secondPlace.backups}
            onOpen={(fileName) => onOpen({ kind: 'second', fileName })}
          />
        </Card>
      ) : null}
    </>
  );
}

/** What was found, what it means, and the two ways on: a restore, or going on with what there is. */
function DamageNotice({ damage }: { damage: NonNullable<Status['damage']> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const accept = useCommand('backup.acceptDamage');
  const [isAsking, setAsking] = useState(false);
  return (
    <Notice
      tone="bad"
      icon={IconAlertTriangle}
      title={t(`backup:damage.${damage.kind}.title`, { when: format.dateTime(damage.foundAt) })}
    >
      <p className={styles['text']}>{t(`backup:damage.${damage.kind}.text`)}</p>
      <div>
        <Allowed command="backup.acceptDamage">
          <Button size="xs" variant="default" loading={accept.isPending} onClick={() => setAsking(true)}>
            {t(`backup:damage.${damage.kind}.accept`)}
          </Button>
        </Allowed>
      </div>
      <ConfirmDialog
        opened={isAsking}
        title={t(`backup:damage.${damage.kind}.accept`)}
        text={t('backup:damage.acceptText')}
        confirmLabel={t(`backup:damage.${damage.kind}.accept`)}
        onConfirm={() => accept.mutate({})}
        onClose={() => setAsking(false)}
      />
    </Notice>
  );
}

/** Backups: what there is, where else they go, encryption, and the way back to any of them. */
export function BackupPage({ path }: { path?: string }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('backup.getStatus', {});
  const preview = usePreview();
  return (
    <Page>
      <PageHeader
        title={t('backup:title')}
        hint={t('backup:hint')}
        back={{ href: '/settings', label: t('nav:settings') }}
        actions={
          <Allowed command="backup.make">
            <MakeNow />
          </Allowed>
        }
      />
      <QueryView query={query}>
        {(status) => (
          <>
            {status.damage ? <DamageNotice damage={status.damage} /> : null}
            {status.restored ? (
              <Allowed command="backup.undoRestore">
                <UndoRestore restored={status.restored} />
              </Allowed>
            ) : null}
            <div className={styles['columns']}>
              <div className={styles['column']}>
                <Backups status={status} onOpen={(source) => preview.open(source)} />
              </div>
              <div className={styles['column']}>
                <Allowed command="backup.setSecondPlace">
                  <SecondPlaceCard status={status} />
                </Allowed>
                <Allowed command="backup.setPassphrase">
                  <EncryptionCard encrypted={status.encrypted} />
                </Allowed>
                <Allowed command="backup.preview">
                  <OtherFileCard
                    initialPath={path ?? ''}
                    onOpen={(path) => preview.open({ kind: 'path', path })}
                  />
                </Allowed>
                <Allowed command="backup.exportCollege">
                  <ExportCard />
                </Allowed>
              </div>
            </div>
          </>
        )}
      </QueryView>
      <PreviewDialog state={preview} />
    </Page>
  );
}
