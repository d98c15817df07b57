import type { ReactNode } from 'react';
import { ColumnChart } from '../../../charts/ColumnChart.tsx';
import { SignatureLines } from '../../../ui/print/PrintPage.tsx';
import { yearTables, type YearModel, type YearTable } from '../yearSheets.ts';

function Table({ table, model }: { table: YearTable; model: YearModel }): ReactNode {
  const { t, format } = model.words;
  const [head = [], ...rows] = table.rows;
  return (
    <table aria-label={t(`reports:section.${table.key}`)}>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row[0])}>
            {row.map((cell, index) => (
              <td key={head[index]}>{typeof cell === 'number' ? format.number(cell, 1) : cell}</td>
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

function Charts({ model }: { model: YearModel }): ReactNode {
  const { year, words } = model;
  const { t, format } = words;
  const hours = (minutes: number): number => Math.round(minutes / 60);
  const withResults = year.competencies.filter((one) => one.meanPercent !== null).slice(0, 12);
  return (
    <>
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
      <h3>{t('reports:section.resultChart')}</h3>
      <p>{resultSentence(model)}</p>
      {withResults.length === 0 ? null : (
        <ColumnChart
          label={resultSentence(model)}
          columns={withResults.map((one, index) => ({
            key: one.competencyId,
            name: format.number(index + 1),
            value: one.meanPercent ?? 0,
            text: format.percent(one.meanPercent ?? 0, 0),
          }))}
        />
      )}
      <ol>
        {withResults.map((one) => (
          <li key={one.competencyId}>{model.competencyName(one.competencyId)}</li>
        ))}
      </ol>
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
        {model.college === '' ? null : <strong>{model.college}</strong>} {format.longDate(model.span.from)} –{' '}
        {format.longDate(model.span.to)}
      </p>
      {summary === undefined ? null : (
        <>
          <h3>{t('reports:section.summary')}</h3>
          <Table table={summary} model={model} />
        </>
      )}
      <Charts model={model} />
      {others.map((table) => (
        <section key={table.key}>
          <h3>{t(`reports:section.${table.key}`)}</h3>
          <Table table={table} model={model} />
        </section>
      ))}
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
