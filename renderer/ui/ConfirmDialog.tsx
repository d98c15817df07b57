import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will happen, and whether it can be taken back. */
  text: string;
  /** What the button does, as a verb. */
  confirmLabel: string;
  /** Red: something is removed. */
  isRemoval?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** A question before something that surprises. Most removals need none: they can be undone. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation();
  const confirm = (): void => {
    props.onClose();
    props.onConfirm();
  };
  return (
    <Modal.Root opened={props.opened} onClose={props.onClose} size={440} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body p="lg">
          <Modal.Title fz="lg" fw={640} mb="xs">
            {props.title}
          </Modal.Title>
          <Text size="md">{props.text}</Text>
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={props.onClose} data-autofocus>
              {t('common:action.cancel')}
            </Button>
            <Button {...(props.isRemoval === true ? { color: 'red' } : {})} onClick={confirm}>
              {props.confirmLabel}
            </Button>
          </Group>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
