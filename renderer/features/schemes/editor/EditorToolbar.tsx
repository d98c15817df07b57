import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconClipboardPlus,
  IconCopy,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../../ui/SearchField.tsx';
import styles from './Editor.module.css';
import { editorCommands } from './editorKeys.ts';
import { useEditor, useEditorState } from './editorStore.ts';

interface ToolProps {
  label: string;
  /** As the tooltip shows it. */
  keys: string;
  icon: Icon;
  onClick: () => void;
}

function Tool({ label, keys, icon: ToolIcon, onClick }: ToolProps): ReactNode {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon variant="default" size="lg" aria-label={label} onClick={onClick}>
        <ToolIcon size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function AddMenu({ onPaste }: { onPaste: () => void }): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  return (
    // The new row's field takes the focus, not the button that made it.
    <Menu position="bottom-start" returnFocus={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={17} aria-hidden />}>{t('common:action.add')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={<kbd>Ctrl Enter</kbd>} onClick={() => editorCommands.addAspect(editor)}>
          {t('schemeEditor:action.addAspect')}
        </Menu.Item>
        <Menu.Item
          rightSection={<kbd>Ctrl Shift Enter</kbd>}
          onClick={() => editorCommands.addSubCriterion(editor)}
        >
          {t('schemeEditor:action.addSubCriterion')}
        </Menu.Item>
        <Menu.Item onClick={() => editorCommands.addCriterion(editor)}>
          {t('schemeEditor:action.addCriterion')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconClipboardPlus size={16} aria-hidden />} onClick={onPaste}>
          {t('schemeEditor:action.paste')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Search, and what can be done with the open line. */
export function EditorToolbar({ count, onPaste }: { count: string; onPaste: () => void }): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const search = useEditorState((state) => state.search);
  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('schemeEditor:tools')}>
      <AddMenu onPaste={onPaste} />
      <Tool
        label={t('schemeEditor:action.moveUp')}
        keys="Alt ↑"
        icon={IconArrowUp}
        onClick={() => editorCommands.move(editor, 'up')}
      />
      <Tool
        label={t('schemeEditor:action.moveDown')}
        keys="Alt ↓"
        icon={IconArrowDown}
        onClick={() => editorCommands.move(editor, 'down')}
      />
      <Tool
        label={t('schemeEditor:action.duplicate')}
        keys="Ctrl D"
        icon={IconCopy}
        onClick={() => editorCommands.duplicate(editor)}
      />
      <Tool
        label={t('common:action.remove')}
        keys="Delete"
        icon={IconTrash}
        onClick={() => editorCommands.remove(editor)}
      />
      <div className={styles['search']}>
        <SearchField
          label={t('schemes:searchAspects')}
          value={search}
          wide
          onChange={(text) => editor.search(text)}
        />
      </div>
      <span className={styles['count']} role="status">
        {count}
      </span>
    </div>
  );
}
