import { ActionIcon, Button } from '@mantine/core';
import { IconLock, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupFile } from '#shared/contract/backup.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import styles from './Backup.module.css';

interface BackupTableProps {
  label: string;
  backups: readonly BackupFile[];
  canRemove?: boolean;
  onOpen: (fileName: string) => void;
}

const MEGABYTE = 1_000_000;

function Contents({ backup }: { backup: BackupFile }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (!backup.readable) return <StatusBadge tone="bad">{t('backup:unreadable')}</StatusBadge>;
  if (backup.counts === null) return t('backup:contents.plain');
  return t('backup:contents.counts', {
    students: format.number(backup.counts.students),
    marks: format.number(backup.counts.marks),
  });
}

function When({ backup }: { backup: BackupFile }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={styles['row']}>
      {format.dateTime(backup.madeAt)}
      {backup.encrypted ? <IconLock size={14} aria-label={t('backup:encrypted')} /> : null}
    </span>
  );
}

function useColumns(
  onOpen: (fileName: string) => void,
  onRemove: ((fileName: string) => void) | null,
): readonly GridColumn<BackupFile>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'madeAt',
        header: t('backup:field.madeAt'),
        value: ({ madeAt }) => madeAt,
        cell: (backup) => <When backup={backup} />,
      },
      { id: 'kind', header: t('backup:field.kind'), value: ({ kind }) => t(`backup:kind.${kind}`) },
      {
        id: 'contents',
        header: t('backup:field.contents'),
        value: ({ counts }) => counts?.marks ?? null,
        cell: (backup) => <Contents backup={backup} />,
      },
      {
        id: 'size',
        header: t('backup:field.size'),
        value: ({ bytes }) => bytes,
        cell: ({ bytes }) => t('backup:megabytes', { size: format.number(bytes / MEGABYTE, 1) }),
        align: 'end',
      },
      {
        id: 'open',
        header: t('backup:field.action'),
        value: () => null,
        sortable: false,
        align: 'end',
        cell: ({ fileName, madeAt }) => (
          <span className={styles['actions']}>
            <Allowed command="backup.preview">
              <Button
                size="xs"
                variant="default"
                aria-label={t('backup:openOf', { when: format.dateTime(madeAt) })}
                onClick={() => onOpen(fileName)}
              >
                {t('backup:open')}
              </Button>
            </Allowed>
            {onRemove ? (
              <Allowed command="backup.remove">
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={t('backup:removeOf', { when: format.dateTime(madeAt) })}
                  onClick={() => onRemove(fileName)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Allowed>
            ) : null}
          </span>
        ),
      },
    ],
    [t, format, onOpen, onRemove],
  );
}

/** Backups of one place, newest first. */
export function BackupTable({ label, backups, canRemove, onOpen }: BackupTableProps): ReactNode {
  const { t } = useTranslation();
  const remove = useCommand('backup.remove');
  const [asked, setAsked] = useState<string | null>(null);
  const columns = useColumns(onOpen, canRemove === true ? setAsked : null);
  return (
    <>
      <PlainTable label={label} rows={backups} columns={columns} rowKey={({ fileName }) => fileName} />
      <ConfirmDialog
        opened={asked !== null}
        title={t('backup:remove.title')}
        text={t('backup:remove.text')}
        confirmLabel={t('common:action.remove')}
        isRemoval
        onConfirm={() => asked !== null && remove.mutate({ fileName: asked })}
        onClose={() => setAsked(null)}
      />
    </>
  );
}
