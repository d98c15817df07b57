import { Button, Loader } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './WorkbookDrop.module.css';

interface WorkbookDropProps {
  /** What may be dropped here, in a sentence. */
  hint: string;
  /** Name of the file that is chosen already. */
  fileName: string | null;
  isReading: boolean;
  onFile: (file: File) => void;
}

/** Where a workbook is dropped or chosen. */
export function WorkbookDrop({ hint, fileName, isReading, onFile }: WorkbookDropProps): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={styles['drop']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {isReading ? <Loader size="sm" /> : <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden />}
      <p className={styles['dropText']} role="status">
        {isReading ? t('common:file.reading') : (fileName ?? hint)}
      </p>
      <Button
        variant={fileName === null ? 'filled' : 'default'}
        data-autofocus
        // A button that is really disabled would lose the keyboard's place.
        aria-disabled={isReading}
        data-disabled={isReading}
        onClick={() => isReading || input.current?.click()}
      >
        {fileName === null ? t('common:file.choose') : t('common:file.chooseOther')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file can be chosen again after it was put right.
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
