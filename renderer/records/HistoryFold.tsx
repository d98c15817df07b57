import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../client/useAccess.ts';
import { RecordHistory } from './RecordHistory.tsx';
import styles from './RecordHistory.module.css';

interface HistoryFoldProps {
  /** Table of the record. */
  entity: string;
  /** Null: it is a new one, and has no history yet. */
  record: { id: string } | null;
}

/** The history of a record below its form, folded; asked for when it is opened. */
export function HistoryFold({ entity, record }: HistoryFoldProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const mayRead = useMay('history.read');
  if (record === null || !mayRead) return null;
  return (
    <details className={styles['fold']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history:record.title')}</summary>
      {isOpen ? <RecordHistory entity={entity} rowId={record.id} /> : null}
    </details>
  );
}
