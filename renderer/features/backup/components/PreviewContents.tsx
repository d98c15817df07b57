import { Button, TextInput } from '@mantine/core';
import { IconEye, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { BackupCounts } from '#shared/contract/backup.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { actionSentence, capitalized } from '../../../i18n/actionSentence.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { notify } from '../../../ui/notify.ts';
import type { Preview } from '../usePreview.ts';
import styles from './Backup.module.css';

const COUNTED = [
  'students',
  'sessions',
  'attempts',
  'marks',
] as const satisfies readonly (keyof BackupCounts)[];

function Comparison({ preview }: { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SimpleTable
      label={t('backup:preview.compare')}
      rows={COUNTED}
      rowKey={(name) => name}
      columns={[
        { id: 'what', header: t('backup:preview.what'), cell: (name) => t(`backup:count.${name}`) },
        {
          id: 'then',
          header: t('backup:preview.then'),
          align: 'end',
          cell: (name) => format.number(preview.counts[name]),
        },
        {
          id: 'now',
          header: t('backup:preview.now'),
          align: 'end',
          cell: (name) => (preview.countsNow ? format.number(preview.countsNow[name]) : '—'),
        },
      ]}
    />
  );
}

function Difference({ preview }: { preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { lost, gained } = preview;
  if (lost.count === 0 && gained === 0) return <Notice tone="good" title={t('backup:preview.same')} />;
  return (
    <>
      {lost.count === 0 ? null : (
        <Notice tone="warn" title={t('backup:preview.lost', { count: lost.count })}>
          {lost.recoverable === 0 ? null : (
            <p className={styles['text']}>{t('backup:preview.recoverable', { count: lost.recoverable })}</p>
          )}
          <ul className={styles['list']} tabIndex={0} aria-label={t('backup:preview.lostList')}>
            {lost.newest.map((action) => (
              <li key={action.id}>
                {format.dateTime(action.at)}: {capitalized(actionSentence(t, action))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {gained === 0 ? null : <Notice title={t('backup:preview.gained', { count: gained })} />}
    </>
  );
}

function Beside({ previewId }: { previewId: string }): ReactNode {
  const { t } = useTranslation();
  const beside = useCommand('backup.restoreBeside');
  const [folder, setFolder] = useState('');
  const unpack = (): void =>
    beside.mutate(
      { previewId, folder: folder.trim() },
      { onSuccess: () => notify({ tone: 'good', message: t('backup:preview.besideDone') }) },
    );
  return (
    <Allowed command="backup.restoreBeside">
      <form
        className={styles['row']}
        onSubmit={(event) => {
          event.preventDefault();
          unpack();
        }}
      >
        <TextInput
          className={styles['wide'] ?? ''}
          label={t('backup:preview.beside')}
          description={t('backup:preview.besideHint')}
          value={folder}
          maxLength={1000}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={beside.isPending} disabled={folder.trim() === ''}>
          {t('backup:preview.besideDo')}
        </Button>
      </form>
    </Allowed>
  );
}

function Decisions({ preview, onClose }: { preview: Preview; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const restore = useCommand('backup.restore');
  const view = useCommand('backup.openView');
  const [isAsking, setAsking] = useState(false);
  const { previewId } = preview;
  const leave = (message: string) => () => {
    onClose();
    notify({ tone: 'good', message });
    navigate('/');
  };
  const told = ({ recovered, missing }: RouteOutput<'backup.restore'>): void => {
    leave(t('backup:preview.restored'))();
    if (recovered > 0) notify({ tone: 'good', message: t('backup:preview.recovered', { count: recovered }) });
    if (missing.length === 0) return;
    const what = format.list(missing.slice(0, 5).map((action) => actionSentence(t, action)));
    notify({ stays: false, message: t('backup:preview.missing', { count: missing.length, what }) });
  };
  return (
    <div className={styles['row']}>
      <Allowed command="backup.restore">
        <Button
          leftSection={<IconRestore size={16} aria-hidden />}
          loading={restore.isPending}
          onClick={() => setAsking(true)}
        >
          {t('backup:preview.restore')}
        </Button>
      </Allowed>
      <Allowed command="backup.openView">
        <Button
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          loading={view.isPending}
          onClick={() => view.mutate({ previewId }, { onSuccess: leave(t('backup:preview.viewing')) })}
        >
          {t('backup:preview.view')}
        </Button>
      </Allowed>
      <ConfirmDialog
        opened={isAsking}
        title={t('backup:preview.ask')}
        text={t('backup:preview.askText')}
        confirmLabel={t('backup:preview.restore')}
        onConfirm={() => restore.mutate({ previewId }, { onSuccess: told })}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

/** A proven backup beside what is there now, and what can be done with it. */
export function PreviewContents({ preview, onClose }: { preview: Preview; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles['sections']}>
      <p className={styles['text']}>
        {preview.lastActionAt === null
          ? t('backup:preview.provenEmpty')
          : t('backup:preview.proven', { when: format.dateTime(preview.lastActionAt) })}
      </p>
      <p className={styles['soft']}>{preview.fileName}</p>
      <Comparison preview={preview} />
      <Difference preview={preview} />
      <Decisions preview={preview} onClose={onClose} />
      <Beside previewId={preview.previewId} />
    </div>
  );
}
