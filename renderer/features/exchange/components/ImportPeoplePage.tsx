import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { peopleFields } from '#shared/domain/exchange/peopleColumns.ts';
import { useClient } from '../../../client/clientContext.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { useImportPeople, type ImportPeople, type Preview } from '../useImportPeople.ts';
import styles from './Exchange.module.css';
import { MappingCard, TableCard, Templates } from './ImportParts.tsx';
import { ImportRows } from './ImportRows.tsx';

function Mapping({ state, preview }: { state: ImportPeople; preview: Preview }): ReactNode {
  const { t } = useTranslation();
  const columns = preview.headers.map((header, index) => ({
    value: String(index),
    label: header === '' ? t('exchange:column', { number: index + 1 }) : header,
  }));
  return (
    <MappingCard preview={preview} onSheet={state.setSheet}>
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
    </MappingCard>
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
  const client = useClient();
  const language = useLanguage();
  const state = useImportPeople();
  const { preview } = state;
  return (
    <Page>
      <PageHeader
        title={t('exchange:import.title')}
        hint={t('exchange:import.hint')}
        back={{ href: '/students', label: t('nav:students') }}
      />
      <TableCard state={state}>
        <p className={styles['text']}>{t('exchange:template.text')}</p>
        <Templates
          templates={(['xlsx', 'csv'] as const).map((format) => ({
            label: t(`exchange:template.${format}`),
            load: () => client.call('exchange.getPeopleTemplate', { language, format }),
          }))}
        />
      </TableCard>
      {preview ? (
        <>
          <Mapping state={state} preview={preview} />
          <Summary state={state} preview={preview} />
        </>
      ) : null}
    </Page>
  );
}
