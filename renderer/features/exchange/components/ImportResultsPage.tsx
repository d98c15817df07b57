import { Button, Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { resultFields } from '#shared/domain/exchange/resultColumns.ts';
import { resultLevels } from '#shared/domain/exchange/resultParts.ts';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyChoices } from '../../../client/useCompetencies.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import {
  meaningOf,
  useImportResults,
  type ColumnMeaning,
  type ImportResults,
  type ResultsPreview,
} from '../useImportResults.ts';
import styles from './Exchange.module.css';
import { MappingCard, TableCard, Templates } from './ImportParts.tsx';
import { ResultRows } from './ResultRows.tsx';

/** Percent. */
const WHOLE = 10_000;
const MOST = 10_000_000;

function ResultTemplates({ state }: { state: ImportResults }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const language = useLanguage();
  const { competencyId, schemeId } = state.settings;
  if (competencyId === null) return null;
  const levels = schemeId === null ? (['total'] as const) : resultLevels;
  return (
    <>
      <p className={styles['text']}>{t('exchange:results.template.text')}</p>
      <Templates
        templates={levels.map((level) => ({
          label: t(`exchange:results.template.${level}`),
          load: () =>
            client.call('exchange.getResultsTemplate', {
              competencyId,
              schemeId,
              level,
              language,
              format: 'xlsx',
            }),
        }))}
      />
    </>
  );
}

/** Of what the results are: the file itself mostly does not say it. */
function Settings({ state }: { state: ImportResults }): ReactNode {
  const { t } = useTranslation();
  const { settings, change } = state;
  const { squads, others } = useCompetencyChoices();
  const schemes = useRouteQuery('schemes.list', {}).data?.schemes ?? [];
  const fitting = schemes.filter(
    ({ competencyId }) => competencyId === null || competencyId === settings.competencyId,
  );
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('common:action.clear') } };
  return (
    <Card title={t('exchange:results.about')}>
      <div className={styles['about']}>
        <Select
          label={t('exchange:results.competency')}
          withAsterisk
          searchable
          data={[...squads, ...others]}
          value={settings.competencyId}
          onChange={(competencyId) => change({ competencyId, schemeId: null })}
        />
        <Select
          label={t('exchange:results.scheme')}
          description={t('exchange:results.schemeHint')}
          searchable
          {...clear}
          data={fitting.map(({ id, title, version }) => ({
            value: id,
            label: version > 1 ? `${title} (${version})` : title,
          }))}
          value={settings.schemeId}
          onChange={(schemeId) => change({ schemeId })}
        />
        <DateField
          label={t('exchange:results.date')}
          description={t('exchange:results.dateHint')}
          value={settings.date}
          onChange={(date) => change({ date })}
        />
        <HundredthsField
          label={t('exchange:results.totalMax')}
          description={t('exchange:results.totalMaxHint')}
          value={settings.totalMaxHundredths}
          maximum={MOST}
          onCommit={(value) => change({ totalMaxHundredths: value === null || value < 1 ? WHOLE : value })}
        />
      </div>
    </Card>
  );
}

function Columns({ state, preview }: { state: ImportResults; preview: ResultsPreview }): ReactNode {
  const { t } = useTranslation();
  const fields = resultFields.map((field) => ({
    value: field,
    label: t(`exchange:results.field.${field}`),
  }));
  const parts = preview.choices.map(({ code, name }) => ({
    value: `part:${code}`,
    label: `${code} ${name}`.trim(),
  }));
  const data = [
    { group: t('exchange:results.fields'), items: fields },
    ...(parts.length === 0 ? [] : [{ group: t('exchange:results.parts'), items: parts }]),
  ];
  return (
    <MappingCard preview={preview} onSheet={state.setSheet}>
      {preview.headers.map((header, column) => (
        <Select
          // The place of a column is what tells it from others.
          key={`${column} ${header}`}
          label={header === '' ? t('exchange:column', { number: column + 1 }) : header}
          placeholder={t('exchange:mapping.none')}
          clearable
          clearButtonProps={{ 'aria-label': t('common:action.clear') }}
          searchable
          data={data}
          value={meaningOf(preview.mapping, column)}
          onChange={(value) => state.setColumn(column, value as ColumnMeaning)}
        />
      ))}
    </MappingCard>
  );
}

function Summary({ state, preview }: { state: ImportResults; preview: ResultsPreview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const taken = preview.results.filter((row) => state.studentOf(row) !== null).length;
  const told = {
    take: format.number(taken),
    left: format.number(preview.results.length - taken),
  };
  return (
    <Card
      title={t('exchange:results.found')}
      actions={
        <Button
          loading={state.isImporting}
          disabled={taken === 0}
          onClick={() => state.submit(() => navigate('/training'))}
        >
          {t('exchange:rows.import')}
        </Button>
      }
    >
      <div className={styles['fields']}>
        <p className={styles['text']}>{t(`exchange:results.level.${preview.level}`)}</p>
        {preview.isFraction ? <p className={styles['text']}>{t('exchange:results.fraction')}</p> : null}
        <p className={styles['text']} role="status">
          {t('exchange:results.summary', told)}
        </p>
        <Checkbox
          label={t('exchange:results.addToSquad')}
          checked={state.addToSquad}
          onChange={(event) => state.setAddToSquad(event.currentTarget.checked)}
        />
        <ResultRows state={state} results={preview.results} />
      </div>
    </Card>
  );
}

/** Past results from a file: of what, what the columns hold, what would become of each, then all as one action. */
export function ImportResultsPage(): ReactNode {
  const { t } = useTranslation();
  const state = useImportResults({
    competencyId: null,
    schemeId: null,
    date: null,
    totalMaxHundredths: WHOLE,
  });
  const { preview, settings } = state;
  return (
    <Page>
      <PageHeader
        title={t('exchange:results.title')}
        hint={t('exchange:results.hint')}
        back={{ href: '/training', label: t('nav:training') }}
      />
      <Settings state={state} />
      <TableCard
        state={state}
        missing={settings.competencyId === null ? t('exchange:results.competencyFirst') : null}
      >
        <ResultTemplates state={state} />
      </TableCard>
      {preview ? (
        <>
          <Columns state={state} preview={preview} />
          <Summary state={state} preview={preview} />
        </>
      ) : null}
    </Page>
  );
}
