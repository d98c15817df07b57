import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconEye, IconFileExport, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SchemeListRow } from '#shared/contract/schemes.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { notify } from '../../../ui/notify.ts';
import { useExportScheme } from '../useExportScheme.ts';
import { NewSchemeDrawer } from './NewSchemeDrawer.tsx';

/** What can be done with a scheme of the library. */
export function SchemeMenu({ scheme }: { scheme: SchemeListRow }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isCopying, setCopying] = useState(false);
  const exportScheme = useExportScheme();
  const remove = useCommand('schemes.remove', { offerUndo: true });
  const onRemove = (): void => {
    if (scheme.attemptCount > 0) {
      notify({ message: t('schemes:inUseText', { count: scheme.attemptCount }), tone: 'bad' });
    } else remove.mutate({ id: scheme.id });
  };
  return (
    // A click in the menu is none on the row.
    <span onClick={(event) => event.stopPropagation()}>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('schemeEditor:action.rowMore', { title: scheme.title })}
          >
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconEye size={16} aria-hidden />}
            onClick={() => navigate(`/schemes/${scheme.id}`)}
          >
            {t('schemeEditor:action.read')}
          </Menu.Item>
          <Allowed command="schemes.saveDraft">
            <Menu.Item
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => navigate(`/schemes/${scheme.id}/edit`)}
            >
              {t('schemeEditor:action.edit')}
            </Menu.Item>
          </Allowed>
          <Allowed command="schemes.copy">
            <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setCopying(true)}>
              {t('schemeEditor:action.copy')}
            </Menu.Item>
          </Allowed>
          <Menu.Item
            leftSection={<IconFileExport size={16} aria-hidden />}
            onClick={() => exportScheme.mutate(scheme.id)}
          >
            {t('schemeEditor:action.export')}
          </Menu.Item>
          <Menu.Divider />
          <Allowed command="schemes.remove">
            <Menu.Item
              c="var(--shyng-bad-text)"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={onRemove}
            >
              {t('common:action.remove')}
            </Menu.Item>
          </Allowed>
        </Menu.Dropdown>
      </Menu>
      {isCopying ? <NewSchemeDrawer original={scheme} onClose={() => setCopying(false)} /> : null}
    </span>
  );
}
