import { Button, FileButton, Select } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Card } from '../../../ui/Page.tsx';
import { notify } from '../../../ui/notify.ts';
import { keepFile, type TableFile } from '../tableFile.ts';
import styles from './Exchange.module.css';

const ACCEPTED = '.xlsx,.csv,.txt,.tsv';

interface TableCardProps {
  state: {
    isReading: boolean;
    file: { fileName: string } | null;
    error: unknown;
    choose: (file: File) => void;
  };
  /** What must be said first; until then no file can be chosen. */
  missing?: string | null;
  /** What templates are for, and the templates. */
  children: ReactNode;
}

/** Chooses the table that is imported. */
export function TableCard({ state, missing = null, children }: TableCardProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Card title={t('exchange:import.file')}>
      <div className={styles['fields']}>
        <div className={styles['row']}>
          <FileButton accept={ACCEPTED} onChange={(file) => file && state.choose(file)}>
            {(props) => (
              <Button
                {...props}
                loading={state.isReading}
                disabled={missing !== null}
                leftSection={<IconFileImport size={16} aria-hidden />}
              >
                {t('exchange:import.choose')}
              </Button>
            )}
          </FileButton>
          <span>{missing ?? state.file?.fileName ?? t('exchange:import.none')}</span>
        </div>
        {children}
        {state.error === null ? null : <Notice tone="bad" title={errorSentence(t, state.error)} />}
      </div>
    </Card>
  );
}

interface TemplatesProps {
  templates: readonly { label: string; load: () => Promise<TableFile> }[];
}

/** Empty tables to fill in. */
export function Templates({ templates }: TemplatesProps): ReactNode {
  const { t } = useTranslation();
  const keep = (load: () => Promise<TableFile>): void => {
    load().then(keepFile, (error: unknown) => notify({ tone: 'bad', message: errorSentence(t, error) }));
  };
  return (
    <div className={styles['row']}>
      {templates.map(({ label, load }) => (
        <Button
          key={label}
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => keep(load)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

interface MappingCardProps {
  preview: { remembered: boolean; sheets: string[]; sheet: string };
  onSheet: (sheet: string) => void;
  children: ReactNode;
}

/** What the columns hold, and in which sheet. */
export function MappingCard({ preview, onSheet, children }: MappingCardProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Card title={t('exchange:mapping.title')}>
      <div className={styles['fields']}>
        {preview.remembered ? <p className={styles['text']}>{t('exchange:mapping.remembered')}</p> : null}
        {preview.sheets.length > 1 ? (
          <Select
            label={t('exchange:mapping.sheet')}
            allowDeselect={false}
            data={preview.sheets}
            value={preview.sheet}
            onChange={(sheet) => sheet !== null && onSheet(sheet)}
          />
        ) : null}
        <div className={styles['mapping']}>{children}</div>
      </div>
    </Card>
  );
}
