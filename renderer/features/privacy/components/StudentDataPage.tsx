import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useMay } from '../../../client/useAccess.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { heldValue } from '../../../records/heldValue.ts';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { ConsentCard } from './ConsentCard.tsx';
import { EraseCard } from './EraseCard.tsx';
import styles from './Privacy.module.css';

type Report = RouteOutput<'privacy.inspect'>;

function Attempts({ attempts }: { attempts: Report['attempts'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  if (attempts.length === 0) return <p className={styles['text']}>{t('privacy:report.noAttempts')}</p>;
  return (
    <SimpleTable
      label={t('privacy:report.attempts')}
      rows={attempts.map((attempt, index) => ({ ...attempt, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { id: 'date', header: t('privacy:field.date'), cell: ({ date }) => format.day(date) },
        {
          id: 'competency',
          header: t('privacy:field.competency'),
          cell: ({ competencyId }) => nameOf(competencyId),
        },
        { id: 'scheme', header: t('privacy:field.scheme'), cell: ({ schemeTitle }) => schemeTitle },
        {
          id: 'mark',
          header: t('privacy:field.mark'),
          align: 'end',
          cell: ({ markHundredths, maxHundredths }) =>
            t('privacy:report.of', {
              mark: format.hundredths(markHundredths),
              max: format.hundredths(maxHundredths),
            }),
        },
      ]}
    />
  );
}

function Holdings({ holdings }: { holdings: Report['holdings'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return holdings.map(({ table, rows }) => (
    <section key={table}>
      <h3>{t(`privacy:table.${table}`, { defaultValue: table })}</h3>
      <ul className={styles['table']}>
        {rows.map((row, index) => (
          <li key={`${table}${String(index)}`}>
            {row.length === 0
              ? t('privacy:report.linkOnly')
              : row
                  .map(({ column, value }) =>
                    t('privacy:report.pair', {
                      name: t(`history:column.${column}`, { defaultValue: column }),
                      value: heldValue(t, format, { table, column, value }),
                    }),
                  )
                  .join('; ')}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Report({ report }: { report: Report }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Card title={t('privacy:report.attempts')}>
        <Attempts attempts={report.attempts} />
      </Card>
      <Card title={t('privacy:report.held')}>
        <Holdings holdings={report.holdings} />
        <p className={styles['soft']}>{t('privacy:report.changes', { count: report.changes })}</p>
        {report.attachments.length === 0 ? null : (
          <p className={styles['soft']}>
            {t('privacy:report.files', { names: report.attachments.join(', ') })}
          </p>
        )}
      </Card>
    </>
  );
}

/** All that is held about a student, to print for the student, the parents or an inspection; consents; erasure. */
export function StudentDataPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const mayErase = useMay('privacy.erase');
  const query = useRouteQuery('privacy.inspect', { studentId: id });
  const college = useRouteQuery('app.getStatus', {}).data?.preferences.collegeName ?? '';
  return (
    <Page>
      <QueryView query={query}>
        {(report) => (
          <>
            <PageHeader
              title={report.name}
              hint={[t('privacy:report.title'), college, format.dateTime(report.madeAt)]
                .filter((part) => part !== '')
                .join(' · ')}
              back={{ href: `/students/${id}`, label: t('privacy:report.back') }}
              actions={<PrintButtons title={`${t('privacy:report.title')} – ${report.name}`} />}
            />
            <ConsentCard studentId={id} />
            <Report report={report} />
            {mayErase ? <EraseCard studentId={id} /> : null}
          </>
        )}
      </QueryView>
    </Page>
  );
}
