import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypeXls, IconTableExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../client/clientContext.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { useListsOnScreen, type ListOnScreen } from '../../../ui/listOnScreen.ts';
import { notify } from '../../../ui/notify.ts';
import { keepFile } from '../tableFile.ts';

const FORMATS = [
  { format: 'xlsx', icon: IconFileTypeXls },
  { format: 'csv', icon: IconFileTypeCsv },
] as const;

function ListItems({ list }: { list: ListOnScreen }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const write = async (format: 'xlsx' | 'csv'): Promise<void> => {
    try {
      keepFile(await client.call('exchange.writeTable', { title: list.label, format, ...list.read() }));
    } catch (error) {
      notify({ tone: 'bad', message: errorSentence(t, error) });
    }
  };
  return (
    <>
      <Menu.Label>{list.label}</Menu.Label>
      {FORMATS.map(({ format, icon: Icon }) => (
        <Menu.Item
          key={format}
          leftSection={<Icon size={16} aria-hidden />}
          onClick={() => void write(format)}
        >
          {t(`exchange:list.${format}`)}
        </Menu.Item>
      ))}
    </>
  );
}

/** Takes any list of the page along as a file; not there when the page has none. */
export function ListExport(): ReactNode {
  const { t } = useTranslation();
  const lists = useListsOnScreen((state) => state.lists);
  if (lists.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('exchange:list.export')}>
          <ActionIcon variant="default" size="lg" aria-label={t('exchange:list.export')}>
            <IconTableExport size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {lists.map((list) => (
          <ListItems key={list.id} list={list} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
