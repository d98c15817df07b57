import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useContext } from 'react';
import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { errorSentence } from '../i18n/errorSentence.ts';
import { CommandAccess } from './commandAccess.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import styles from './FormDrawer.module.css';
import { Notice } from './Notice.tsx';
import { useReturnFocus } from './useReturnFocus.ts';

interface FormDrawerProps {
  opened: boolean;
  title: string;
  /** What the form sends: who may not send it reads the fields and cannot change them. */
  command: string;
  /** What the button does, as a verb: add, save. */
  submitLabel: string;
  /** Something was typed: closing asks first. */
  isDirty: boolean;
  isSubmitting: boolean;
  /** False: there is nothing to submit yet. */
  canSubmit?: boolean;
  /** Why it was refused; null when it was not. */
  error: unknown;
  onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void;
  onClose: () => void;
  /** What an earlier page did not store was put back into the fields. */
  isRestored?: boolean;
  /** Removes what the form shows; it can be undone, so it does not ask. */
  onRemove?: () => void;
  /** Fields, one below the other. */
  children: ReactNode;
  /** What became of the record so far; below the fields, and readable where they are not to be changed. */
  history?: ReactNode;
  size?: number;
}

/** Pixels. */
const WIDTH = 480;

type FootProps = FormDrawerProps & { isReadOnly: boolean };

/** What can be done with the form; only closed, where it may not be sent. */
function Foot(props: FootProps): ReactNode {
  const { t } = useTranslation();
  if (props.isReadOnly) {
    return (
      <div className={styles['foot']}>
        <Button variant="default" onClick={props.onClose}>
          {t('common:action.close')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['foot']}>
      {props.onRemove ? (
        <Button variant="subtle" color="red" className={styles['remove'] ?? ''} onClick={props.onRemove}>
          {t('common:action.remove')}
        </Button>
      ) : null}
      {props.error === null || props.error === undefined ? null : (
        <p className={styles['error']} role="alert">
          {errorSentence(t, props.error)}
        </p>
      )}
      <Button variant="default" onClick={props.onClose}>
        {t('common:action.cancel')}
      </Button>
      <Button type="submit" loading={props.isSubmitting} disabled={props.canSubmit === false}>
        {props.submitLabel}
      </Button>
    </div>
  );
}

/**
 * Frame of a form at the side of the page it belongs to. Enter submits (Ctrl+Enter from several lines too), Escape
 * closes and asks first when something was typed.
 */
export function FormDrawer(props: FormDrawerProps): ReactNode {
  const { t } = useTranslation();
  const [isAsking, asking] = useDisclosure(false);
  useReturnFocus();
  const isReadOnly = !useContext(CommandAccess)(props.command);
  const close = (): void => (props.isDirty && !isReadOnly ? asking.open() : props.onClose());
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    const form = event.currentTarget;
    props.onSubmit(event);
    // The first field that is wrong is where the person goes on; it is marked in the next frame.
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    // The library's defaults for its whole Drawer do not reach its parts.
    <Drawer.Root opened={props.opened} onClose={close} size={props.size ?? WIDTH} position="right" offset={0}>
      <Drawer.Overlay />
      {/* A class given outright would go to the frame around the drawer as well. */}
      <Drawer.Content classNames={{ content: styles['content'] ?? '' }}>
        <div className={styles['head']}>
          <Drawer.Title className={styles['title'] ?? ''}>{props.title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('common:action.close')} />
        </div>
        <Drawer.Body className={styles['body'] ?? ''}>
          <form
            noValidate
            data-command={props.command}
            className={styles['form']}
            onSubmit={submit}
            onKeyDown={onKeyDown}
          >
            <div className={styles['fields']}>
              {isReadOnly ? <Notice title={t('common:readOnly')} /> : null}
              {props.isRestored === true ? <Notice title={t('common:restored')} /> : null}
              <fieldset className={styles['plain']} disabled={isReadOnly}>
                {props.children}
              </fieldset>
              {props.history}
            </div>
            <Foot {...props} isReadOnly={isReadOnly} onClose={close} />
          </form>
        </Drawer.Body>
      </Drawer.Content>
      <ConfirmDialog
        opened={isAsking}
        title={t('common:discard.title')}
        text={t('common:discard.text')}
        confirmLabel={t('common:discard.confirm')}
        onConfirm={props.onClose}
        onClose={asking.close}
      />
    </Drawer.Root>
  );
}
