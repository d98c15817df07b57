import { Button, FileButton, Select } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { peopleFields } from '#shared/domain/exchange/peopleColumns.ts';
import { useClient } from '../../../client/clientContext.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { notify } from '../../../ui/notify.ts';
import { keepFile } from '../tableFile.ts';
import { useImportPeople, type ImportPeople, type Preview } from '../useImportPeople.ts';
import styles from './Exchange.module.css';
import { ImportRows } from './ImportRows.tsx';

const ACCEPTED = '.xlsx,.csv,.txt,.tsv';

function Templates(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const language = useLanguage();
  const load = async (format: 'xlsx' | 'csv'): Promise<void> => {
    try {
      keepFile(await client.call('exchange.getPeopleTemplate', { language, format }));
    } catch (error) {
      notify({ tone: 'bad', message: errorSentence(t, error) });
    }
  };
  return (
    <div className={styles['row']}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => void load(format)}
        >
          {t(`exchange:template.${format}`)}
        </Button>
      ))}
    </div>
  );
}

function Mapping({ state, preview }: { state: ImportPeople; preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const columns = preview.headers.map((header, index) => ({
    value: String(index),
    label: header === '' ? t('exchange:column', { number: index + 1 }) : header,
  }));
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
            onChange={(sheet) => sheet !== null && state.setSheet(sheet)}
          />
        ) : null}
        <div className={styles['mapping']}>
          {peopleFields.map((field) => (
            <Select
              key={field}
              label={t(`exchange:field.${field}`)}
              placeholder={t('exchange:mapping.none')}
              clearable
              data={columns}
              value={preview.mapping[field] === undefined ? null : String(preview.mapping[field])}
              onChange={(value) => state.setColumn(field, value === null ? null : Number(value))}
            />
          ))}
        </div>
      </div>
    </Card>
  );
}

function Summary({ state, preview }: { state: ImportPeople; preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const count = (fate: string): number => preview.rows.filter((row) => state.fateOf(row) === fate).length;
  const add = count('add');
  const complete = count('complete');
  const told = {
    add: format.number(add),
    complete: format.number(complete),
    skip: format.number(count('skip')),
  };
  return (
    <Card
      title={t('exchange:rows.title')}
      actions={
        <Button
          loading={state.isImporting}
          disabled={add + complete === 0}
          onClick={() => state.submit(() => navigate('/students'))}
        >
          {t('exchange:rows.import')}
        </Button>
      }
    >
      <div className={styles['fields']}>
        <p className={styles['text']} role="status">
          {t('exchange:rows.summary', told)}
        </p>
        <ImportRows state={state} rows={preview.rows} />
      </div>
    </Card>
  );
}

/** Students from a file: what the columns hold, what would become of each row, then all as one action. */
export function ImportPeoplePage(): ReactNode {
  const { t } = useTranslation();
  const state = useImportPeople();
  const { preview } = state;
  return (
    <Page>
      <PageHeader
        title={t('exchange:import.title')}
        hint={t('exchange:import.hint')}
        back={{ href: '/students', label: t('nav:students') }}
      />
      <Card title={t('exchange:import.file')}>
        <div className={styles['fields']}>
          <div className={styles['row']}>
            <FileButton accept={ACCEPTED} onChange={(file) => file && state.choose(file)}>
              {(props) => (
                <Button
                  {...props}
                  loading={state.isReading}
                  leftSection={<IconFileImport size={16} aria-hidden />}
                >
                  {t('exchange:import.choose')}
                </Button>
              )}
            </FileButton>
            <span>{state.file?.fileName ?? t('exchange:import.none')}</span>
          </div>
          <p className={styles['text']}>{t('exchange:template.text')}</p>
          <Templates />
          {state.error === null ? null : <Notice tone="bad" title={errorSentence(t, state.error)} />}
        </div>
      </Card>
      {preview ? (
        <>
          <Mapping state={state} preview={preview} />
          <Summary state={state} preview={preview} />
        </>
      ) : null}
    </Page>
  );
}
