import { Button, Loader } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Base.module.css';

interface WorkbookDropProps {
  fileName: string | null;
  isReading: boolean;
  onFile: (file: File) => void;
}

/** Where a workbook is dropped or chosen. */
export function WorkbookDrop({ fileName, isReading, onFile }: WorkbookDropProps): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setOver(over);
  };
  const onDrop = (event: DragEvent): void => {
    drag(event, false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={styles['drop']}
      data-over={isOver || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={onDrop}
    >
      {isReading ? <Loader size="sm" /> : <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden />}
      <p role="status">{isReading ? t('base:import.reading') : (fileName ?? t('base:import.drop'))}</p>
      <Button
        variant={fileName === null ? 'filled' : 'default'}
        data-autofocus
        disabled={isReading}
        onClick={() => input.current?.click()}
      >
        {t(fileName === null ? 'base:import.choose' : 'base:import.chooseOther')}
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
