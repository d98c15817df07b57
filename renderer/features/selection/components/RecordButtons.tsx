import { Button, FileButton } from '@mantine/core';
import { IconDeviceFloppy, IconFileSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useClient } from '../../../client/clientContext.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { notify } from '../../../ui/notify.ts';
import { saveFile } from '../../../ui/saveFile.ts';
import type { Task } from '../useTask.ts';

interface RecordButtonsProps {
  runId: string;
  task: Task;
  onChecked: (answer: RouteOutput<'selection.checkRecord'> | null) => void;
}

/** Saves the record of a run as a file, and solves such a file from any machine again. */
export function RecordButtons({ runId, task, onChecked }: RecordButtonsProps): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const save = (): void => {
    client
      .call('selection.exportRun', { runId })
      .then(({ fileName, content }) => saveFile(new Blob([content], { type: 'application/json' }), fileName))
      .catch((error: unknown) => notify({ tone: 'bad', message: errorSentence(t, error) }));
  };
  const check = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const content = await file.text();
    onChecked(await task.run((name) => client.call('selection.checkRecord', { content, task: name })));
  };
  return (
    <>
      <Button variant="default" leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={save}>
        {t('selection:record.save')}
      </Button>
      <FileButton accept="application/json" onChange={(file) => void check(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileSearch size={16} aria-hidden />}>
            {t('selection:record.check')}
          </Button>
        )}
      </FileButton>
    </>
  );
}
