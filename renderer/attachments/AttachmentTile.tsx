import { ActionIcon, Button, Group, Modal, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileText, IconPhoto, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '#shared/contract/attachments.ts';
import { Allowed } from '../client/Allowed.tsx';
import { useClient } from '../client/clientContext.ts';
import { errorSentence } from '../i18n/errorSentence.ts';
import { useFormat } from '../i18n/useLanguage.ts';
import { notify } from '../ui/notify.ts';
import { saveFile } from '../ui/saveFile.ts';
import styles from './Attachments.module.css';
import { toBlob } from './fileContent.ts';
import { isPicture, useFileUrl } from './useFileUrl.ts';

interface TileProps {
  attachment: AttachmentRow;
  onRemove: () => void;
}

/** Saves the file where the person says. */
function useSaving({ id }: AttachmentRow): () => void {
  const { t } = useTranslation();
  const client = useClient();
  return () => {
    client
      .call('attachments.read', { id })
      .then(({ content, mediaType, fileName }) => saveFile(toBlob(content, mediaType), fileName))
      .catch((error: unknown) => notify({ message: errorSentence(t, error), tone: 'bad' }));
  };
}

function useSizeText(bytes: number): string {
  const { t } = useTranslation();
  const format = useFormat();
  return bytes < 1e6
    ? t('attachments:size.kb', { size: format.number(Math.max(1, bytes / 1e3)) })
    : t('attachments:size.mb', { size: format.number(bytes / 1e6, 1) });
}

function Picture({ attachment }: { attachment: AttachmentRow }): ReactNode {
  const { t } = useTranslation();
  const { url, error } = useFileUrl(attachment);
  if (error !== null && error !== undefined) return <Text size="xs">{errorSentence(t, error)}</Text>;
  if (url === undefined) return <IconPhoto size={28} aria-hidden />;
  return <img className={styles['thumbnail']} src={url} alt="" />;
}

function PictureDialog({
  attachment,
  onClose,
}: {
  attachment: AttachmentRow;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { url } = useFileUrl(attachment);
  const save = useSaving(attachment);
  const name = attachment.fileName;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={name}
      closeButtonProps={{ 'aria-label': t('attachments:close') }}
    >
      <img className={styles['picture']} src={url} alt={t('attachments:photo', { name })} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={save}>
          {t('attachments:save')}
        </Button>
      </Group>
    </Modal>
  );
}

/** One file: a picture shows itself, others are saved to be opened by the program they belong to. */
export function AttachmentTile({ attachment, onRemove }: TileProps): ReactNode {
  const { t } = useTranslation();
  const [isShown, shown] = useDisclosure(false);
  const save = useSaving(attachment);
  const size = useSizeText(attachment.sizeBytes);
  const name = attachment.fileName;
  return (
    <li className={styles['item']}>
      <UnstyledButton
        className={styles['open']}
        aria-label={t('attachments:open', { name })}
        onClick={isPicture(attachment) ? shown.open : save}
      >
        {isPicture(attachment) ? <Picture attachment={attachment} /> : <IconFileText size={28} aria-hidden />}
      </UnstyledButton>
      <Allowed command="attachments.remove">
        <ActionIcon
          className={styles['remove']}
          variant="default"
          size={26}
          aria-label={t('attachments:remove', { name })}
          onClick={onRemove}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </Allowed>
      <div className={styles['name']} title={name}>
        {name}
      </div>
      <div className={styles['size']}>{size}</div>
      {isShown ? <PictureDialog attachment={attachment} onClose={shown.close} /> : null}
    </li>
  );
}
