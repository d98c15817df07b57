import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#shared/contract/app.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetenciesById } from '../../../client/useCompetencies.ts';
import { localized } from '../../../i18n/names.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { classNames } from '../../../ui/classNames.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { usePaperHint } from '../../../ui/print/savePdf.ts';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { PrintedName, Signatures } from '../print/FormParts.tsx';
import styles from '../print/print.module.css';
import { usePrintWords, type PrintWords } from '../../../i18n/usePrintWords.ts';
import { whenAndWhere } from './contestModel.ts';
import { countMedals } from './medalCount.ts';

interface PaperProps {
  contest: RouteOutput<'contest.get'>;
  answer: RouteOutput<'contest.getResults'>;
  words: PrintWords;
}

type Entry = PaperProps['answer']['entries'][number];

function EntryList({ entry, words }: { entry: Entry; words: PrintWords }): ReactNode {
  const { t, format, language } = words;
  const competencies = useCompetenciesById();
  const found = competencies.get(entry.competencyId);
  return (
    <section className={styles['part']}>
      <h3>
        {found ? localized(found.name, language) : ''}
        {entry.state === 'open' ? ` (${t('contest:results.preliminaryShort')})` : ''}
      </h3>
      <table className={styles['table']}>
        <colgroup>
          <col style={{ width: '9%' }} />
          <col />
          <col style={{ width: '20%' }} />
          <col style={{ width: '14%' }} />
          <col style={{ width: '19%' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('assessment:results.place')}</th>
            <th scope="col">{t('assessment:results.competitor')}</th>
            <th scope="col">{t('assessment:results.total')}</th>
            <th scope="col">{t('assessment:results.scale')}</th>
            <th scope="col">{t('assessment:results.medal')}</th>
          </tr>
        </thead>
        <tbody>
          {entry.results.map((row) => (
            <tr key={row.competitorId}>
              <td>{row.place ?? '–'}</td>
              <td>
                <PrintedName label={row.label} memberNames={row.members.map((member) => member.name)} />
              </td>
              <td className={styles['number']}>
                {row.place === null ? (
                  <span className={styles['small']}>{t(`assessment:state.${row.state}`)}</span>
                ) : (
                  format.hundredths(row.totalHundredths)
                )}
              </td>
              <td className={styles['number']}>{row.scalePoints ?? '–'}</td>
              <td>{row.medal === null ? '' : t(`assessment:medal.${row.medal.kind}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ContestPaper({ contest, answer, words }: PaperProps): ReactNode {
  const { t, format } = words;
  const begun = answer.entries.filter((entry) => entry.results.length > 0);
  const medals = countMedals(begun);
  return (
    <section className={classNames(styles['sheet'], styles['portrait'])}>
      <h2 className={styles['title']}>{contest.name}</h2>
      <p className={styles['meta']}>
        <span>{t('contest:results.listTitle')}</span>
        <span>{t(`contest:stage.${contest.stage}`)}</span>
        <span>{whenAndWhere(format, contest)}</span>
      </p>
      {begun.map((entry) => (
        <EntryList key={entry.entryId} entry={entry} words={words} />
      ))}
      {medals.length === 0 ? null : (
        <section className={styles['part']}>
          <h3>{t('contest:medals.title')}</h3>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('contest:medals.group')}</th>
                {(['gold', 'silver', 'bronze', 'medallion'] as const).map((kind) => (
                  <th key={kind} scope="col">
                    {t(`assessment:medal.${kind}`)}
                  </th>
                ))}
                <th scope="col">{t('contest:medals.points')}</th>
              </tr>
            </thead>
            <tbody>
              {medals.map((row) => (
                <tr key={row.groupName}>
                  <td>{row.groupName || t('contest:medals.noGroup')}</td>
                  {(['gold', 'silver', 'bronze', 'medallion'] as const).map((kind) => (
                    <td key={kind} className={styles['number']}>
                      {row[kind]}
                    </td>
                  ))}
                  <td className={styles['number']}>{row.points}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className={styles['small']}>{t('assessment:results.estimate')}</p>
      <p className={styles['small']}>
        {t('contest:results.tieNote', { tie: format.hundredths(answer.rules.tieHundredths) })}
      </p>
      <Signatures words={words} count={4} />
    </section>
  );
}

/** The list of results of a whole championship on A4; the language of the paper is chosen apart from the screen's. */
export function PrintContestPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const words = usePrintWords(language);
  const paperHint = usePaperHint();
  const contest = useRouteQuery('contest.get', { championshipId: id });
  const results = useRouteQuery('contest.getResults', { championshipId: id });
  return (
    <Page>
      <div className={styles['bar']}>
        <PageHeader
          title={t('contest:results.listTitle')}
          hint={paperHint}
          back={{ href: `/contests/${id}/results`, label: contest.data?.name ?? t('contest:title') }}
          actions={
            <>
              <Select
                aria-label={t('assessment:forms.language')}
                data={languages.map((value) => ({ value, label: t(`assessment:language.${value}`) }))}
                value={language}
                allowDeselect={false}
                onChange={(value) => setLanguage(languages.find((one) => one === value) ?? language)}
              />
              <PrintButtons
                title={[t('contest:results.listTitle'), contest.data?.name].filter(Boolean).join(' – ')}
              />
            </>
          }
        />
      </div>
      <QueryView query={contest}>
        {(contestData) => (
          <QueryView query={results}>
            {(answer) =>
              words === null ? null : (
                <div lang={language}>
                  <ContestPaper contest={contestData} answer={answer} words={words} />
                </div>
              )
            }
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
