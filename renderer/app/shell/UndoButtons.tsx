import { ActionIcon, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { actionSentence, capitalized } from '../../i18n/actionSentence.ts';
import styles from './Header.module.css';
import { useUndo } from './useUndo.ts';

/** By the place of the key, so that Z works on a Kazakh or Russian keyboard too. */
const PHYSICAL = { usePhysicalKeys: true };

/** Undo and redo, each naming what it would do. Text fields keep their own Ctrl+Z. */
export function UndoButtons(): ReactNode {
  const { t } = useTranslation();
  const { undoable, redoable, undo, redo } = useUndo();
  useHotkeys([
    ['mod+Z', undo, PHYSICAL],
    ['mod+shift+Z', redo, PHYSICAL],
    ['mod+Y', redo, PHYSICAL],
  ]);
  const undoLabel = undoable
    ? t('nav:undo.what', { action: actionSentence(t, undoable) })
    : t('nav:undo.nothing');
  const redoLabel = redoable
    ? t('nav:redo.what', { action: actionSentence(t, redoable) })
    : t('nav:redo.nothing');
  return (
    <div className={styles['undo']}>
      <Tooltip label={`${undoLabel} (Ctrl+Z)`}>
        <button
          type="button"
          className={styles['undoButton']}
          onClick={undo}
          aria-label={undoLabel}
          aria-disabled={undoable === null}
          aria-keyshortcuts="Control+Z"
        >
          <IconArrowBackUp size={18} aria-hidden />
          <span className={styles['undoText']}>
            {undoable ? capitalized(actionSentence(t, undoable)) : null}
          </span>
        </button>
      </Tooltip>
      <Tooltip label={`${redoLabel} (Ctrl+Shift+Z)`}>
        <ActionIcon
          onClick={redo}
          aria-label={redoLabel}
          aria-disabled={redoable === null}
          aria-keyshortcuts="Control+Shift+Z"
          className={styles['redoButton'] ?? ''}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
