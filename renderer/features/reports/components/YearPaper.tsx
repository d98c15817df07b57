import type { ReactNode } from 'react';
import { ColumnChart } from '../../../charts/ColumnChart.tsx';
import { SignatureLines, Together } from '../../../ui/print/PrintPage.tsx';
import { yearTables, type YearModel, type YearTable } from '../yearSheets.ts';

/** Tables with more columns are set in smaller type, so that they fit the paper in each language. */
const MANY_COLUMNS = 5;

function Table({ table, model }: { table: YearTable; model: YearModel }): ReactNode {
  const { t, format } = model.words;
  const [head = [], ...rows] = table.rows;
  return (
    <table
      data-dense={head.length > MANY_COLUMNS || undefined}
      aria-label={t(`reports:section.${table.key}`)}
    >
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={cell} scope="col" data-number={typeof rows[0]?.[index] === 'number' || undefined}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row[0])}>
            {row.map((cell, index) => (
              <td key={head[index]} data-number={typeof cell === 'number' || undefined}>
                {typeof cell === 'number' ? format.number(cell, 1) : cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The month in which most was practised, in words; what the chart shows. */
function practiceSentence({ year, words: { t, format } }: YearModel): string {
  const most = year.months.toSorted((a, b) => b.sessionMinutes - a.sessionMinutes)[0];
  if (most === undefined || most.sessionMinutes === 0) return t('reports:sentence.noPractice');
  return t('reports:sentence.practice', {
    month: format.month(most.month),
    hours: format.number(Math.round(most.sessionMinutes / 60)),
  });
}

function resultSentence({ year, words: { t, format }, competencyName }: YearModel): string {
  const best = year.competencies
    .filter((one) => one.meanPercent !== null)
    .toSorted((a, b) => (b.meanPercent ?? 0) - (a.meanPercent ?? 0))[0];
  if (best === undefined) return t('reports:sentence.noResults');
  return t('reports:sentence.results', {
    competency: competencyName(best.competencyId),
    percent: format.percent(best.meanPercent ?? 0, 0),
  });
}

function baseSentence({ year, words: { t, format }, competencyName }: YearModel): string {
  const least = year.base.readiness
    .filter((one) => one.readinessHundredths !== null)
    .toSorted((a, b) => (a.readinessHundredths ?? 0) - (b.readinessHundredths ?? 0))[0];
  if (least === undefined) return t('reports:sentence.noBase');
  return t('reports:sentence.base', {
    competency: competencyName(least.competencyId),
    percent: format.percent((least.readinessHundredths ?? 0) / 100, 0),
  });
}

/** Rows of a table that is not parted between two pages. */
const MOST_TOGETHER = 20;
/** Columns that a chart of competencies has at most. */
const MOST_COLUMNS = 12;

interface Share {
  competencyId: string;
  percent: number;
}

/** One percentage of each competency: columns with numbers, and what the numbers stand for. */
function ShareChart(props: {
  title: string;
  sentence: string;
  shares: readonly Share[];
  model: YearModel;
}): ReactNode {
  const { title, sentence, model } = props;
  const { format } = model.words;
  const shares = props.shares.slice(0, MOST_COLUMNS);
  return (
    <Together>
      <h3>{title}</h3>
      <p>{sentence}</p>
      {shares.length === 0 ? null : (
        <>
          <ColumnChart
            label={sentence}
            columns={shares.map((one, index) => ({
              key: one.competencyId,
              name: format.number(index + 1),
              value: one.percent,
              text: format.percent(one.percent, 0),
            }))}
          />
          <ol>
            {shares.map((one) => (
              <li key={one.competencyId}>{model.competencyName(one.competencyId)}</li>
            ))}
          </ol>
        </>
      )}
    </Together>
  );
}

function Charts({ model }: { model: YearModel }): ReactNode {
  const { year, words } = model;
  const { t, format } = words;
  const hours = (minutes: number): number => Math.round(minutes / 60);
  return (
    <>
      <Together>
        <h3>{t('reports:section.practiceChart')}</h3>
        <p>{practiceSentence(model)}</p>
        <ColumnChart
          label={practiceSentence(model)}
          columns={year.months.map((one) => ({
            key: one.month,
            name: format.shortMonth(one.month),
            value: hours(one.sessionMinutes),
            text: format.number(hours(one.sessionMinutes)),
          }))}
        />
      </Together>
      <ShareChart
        title={t('reports:section.resultChart')}
        sentence={resultSentence(model)}
        shares={year.competencies.flatMap(({ competencyId, meanPercent }) =>
          meanPercent === null ? [] : [{ competencyId, percent: meanPercent }],
        )}
        model={model}
      />
      <ShareChart
        title={t('reports:section.baseChart')}
        sentence={baseSentence(model)}
        shares={year.base.readiness.flatMap(({ competencyId, readinessHundredths }) =>
          readinessHundredths === null ? [] : [{ competencyId, percent: readinessHundredths / 100 }],
        )}
        model={model}
      />
    </>
  );
}

/** The report of a year on paper: figures, charts with their sentences, tables. */
export function YearPaper({ model }: { model: YearModel }): ReactNode {
  const { t, format } = model.words;
  const [summary, ...others] = yearTables(model);
  return (
    <>
      <h2>{t('reports:paperTitle')}</h2>
      <p>
        {model.college === '' ? null : (
          <>
            <strong>{model.college}</strong>
            {' · '}
          </>
        )}
        {format.longDate(model.span.from)} – {format.longDate(model.span.to)}
      </p>
      {summary === undefined ? null : (
        <>
          <h3>{t('reports:section.summary')}</h3>
          <Table table={summary} model={model} />
        </>
      )}
      <Charts model={model} />
      {others.map((table) => {
        const contents = (
          <>
            <h3>{t(`reports:section.${table.key}`)}</h3>
            <Table table={table} model={model} />
          </>
        );
        return table.rows.length <= MOST_TOGETHER ? (
          <Together key={table.key}>{contents}</Together>
        ) : (
          <section key={table.key}>{contents}</section>
        );
      })}
      {model.year.awards.length === 0 ? null : (
        <p>
          {t('reports:awards')}:{' '}
          {model.year.awards.map((one) => `${one.result} – ${format.number(one.count)}`).join('; ')}
        </p>
      )}
      <SignatureLines people={[t('reports:sign.director'), t('reports:sign.coordinator')]} />
    </>
  );
}
