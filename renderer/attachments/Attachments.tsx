import { Button, FileButton, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { attachmentOwners } from '#shared/contract/attachments.ts';
import { attachmentTypes } from '#shared/domain/attachments/fileType.ts';
import { Allowed } from '../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../client/queries.ts';
import { useMayCall } from '../client/useAccess.ts';
import { errorSentence } from '../i18n/errorSentence.ts';
import { notify } from '../ui/notify.ts';
import { QueryView } from '../ui/QueryView.tsx';
import { AttachmentTile } from './AttachmentTile.tsx';
import styles from './Attachments.module.css';
import { readFileContent } from './fileContent.ts';

interface AttachmentsProps {
  entity: (typeof attachmentOwners)[number];
  ownerId: string;
}

/** Adds files one after the other; the first that is refused says why, and those after it are not tried. */
function useAdding({ entity, ownerId }: AttachmentsProps): {
  isAdding: boolean;
  add: (files: readonly File[]) => void;
} {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const command = useCommand('attachments.add', { quiet: true });
  const addAll = async (files: readonly File[]): Promise<void> => {
    setAdding(true);
    try {
      for (const file of files) {
        await command.mutateAsync({ entity, ownerId, ...(await readFileContent(file)) });
      }
    } catch (error) {
      notify({ message: errorSentence(t, error), tone: 'bad' });
    } finally {
      setAdding(false);
    }
  };
  return { isAdding, add: (files) => void addAll(files) };
}

/** Files beside a record: shown, added by a button or by dropping them, removed with undo. */
export function Attachments(props: AttachmentsProps): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('attachments.list', props);
  const remove = useCommand('attachments.remove', { offerUndo: true });
  const { isAdding, add } = useAdding(props);
  const mayAdd = useMayCall('attachments.add');
  const [isOver, setOver] = useState(false);
  const drag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setOver(over);
  };
  return (
    <div
      className={styles['frame']}
      data-over={isOver}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        if (mayAdd) add([...event.dataTransfer.files]);
      }}
    >
      <QueryView query={query}>
        {({ attachments }) =>
          attachments.length === 0 ? (
            <Text size="sm" c="dimmed" mb="sm">
              {t('attachments:empty')}
            </Text>
          ) : (
            <ul className={styles['list']}>
              {attachments.map((attachment) => (
                <AttachmentTile
                  key={attachment.id}
                  attachment={attachment}
                  onRemove={() => remove.mutate({ id: attachment.id })}
                />
              ))}
            </ul>
          )
        }
      </QueryView>
      <Allowed command="attachments.add">
        <FileButton multiple accept={attachmentTypes.join(',')} onChange={add}>
          {(button) => (
            <Button
              {...button}
              className={styles['add']}
              variant="default"
              size="xs"
              loading={isAdding}
              leftSection={<IconPaperclip size={16} aria-hidden />}
            >
              {t('attachments:add')}
            </Button>
          )}
        </FileButton>
      </Allowed>
    </div>
  );
}
