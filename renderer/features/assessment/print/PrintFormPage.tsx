import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#shared/contract/app.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { usePaperHint } from '../../../ui/print/savePdf.ts';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { inRunningOrder } from '../contest/contestModel.ts';
import { ManyForm, OneForm } from './MarkingForms.tsx';
import { ResultsForm, SummaryForm } from './ResultForms.tsx';
import styles from './print.module.css';
import { usePrintWords, type PrintWords } from '../../../i18n/usePrintWords.ts';

/** What can be printed. */
const kinds = ['one', 'many', 'summary', 'results'] as const;
export type FormKind = (typeof kinds)[number];

interface PrintFormPageProps {
  sessionId: string;
  schemeId: string;
  kind: string;
  formId: string | undefined;
}

interface FormData {
  session: RouteOutput<'training.getSession'>;
  scheme: RouteOutput<'schemes.get'>;
  results: RouteOutput<'assessment.getResults'>['results'];
  /** Name of the championship; '' in everyday practice. */
  event: string;
}

function PrintedForm(
  props: FormData & { kind: FormKind; formId: string | undefined; words: PrintWords },
): ReactNode {
  const { kind, formId, ...rest } = props;
  const forms = props.scheme.criteria.flatMap((criterion) => criterion.subCriteria);
  const form = forms.find((one) => one.id === formId) ?? forms[0];
  switch (kind) {
    case 'one':
      return form ? <OneForm {...rest} form={form} /> : null;
    case 'many':
      return form ? <ManyForm {...rest} form={form} /> : null;
    case 'summary':
      return <SummaryForm {...rest} />;
    case 'results':
      return <ResultsForm {...rest} />;
  }
}

/** A form as it comes out of the printer, A4; the language of the paper is chosen apart from that of the screen. */
export function PrintFormPage({ sessionId, schemeId, kind, formId }: PrintFormPageProps): ReactNode {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const words = usePrintWords(language);
  const paperHint = usePaperHint();
  const session = useRouteQuery('training.getSession', { id: sessionId });
  const scheme = useRouteQuery('schemes.get', { id: schemeId });
  const contest = useRouteQuery('contest.findBySession', { sessionId }).data?.found ?? null;
  const results = useRouteQuery('assessment.getResults', {
    sessionId,
    schemeId,
    ...(contest === null ? {} : { rules: contest.medalRules }),
  });
  const known = kinds.find((one) => one === kind) ?? 'results';
  const fileTitle = [t(`assessment:forms.${known}`), scheme.data?.title, contest?.name]
    .filter((part) => part !== undefined)
    .join(' – ');
  return (
    <Page>
      <div className={styles['bar']}>
        <PageHeader
          title={t(`assessment:forms.${known}`)}
          hint={paperHint}
          back={
            contest === null
              ? { href: `/assessment/${sessionId}/forms`, label: t('assessment:title') }
              : {
                  href: `/contests/${contest.championshipId}/competency/${contest.entryId}/forms`,
                  label: contest.name,
                }
          }
          actions={
            <>
              <Select
                aria-label={t('assessment:forms.language')}
                data={languages.map((value) => ({ value, label: t(`assessment:language.${value}`) }))}
                value={language}
                allowDeselect={false}
                onChange={(value) => setLanguage(languages.find((one) => one === value) ?? language)}
              />
              <PrintButtons title={fileTitle} />
            </>
          }
        />
      </div>
      <QueryView query={session}>
        {(sessionData) => (
          <QueryView query={scheme}>
            {(schemeData) => (
              <QueryView query={results}>
                {(resultData) =>
                  words === null ? null : (
                    <div lang={language}>
                      <PrintedForm
                        kind={known}
                        formId={formId}
                        session={
                          contest === null ? sessionData : inRunningOrder(sessionData, contest.competitors)
                        }
                        scheme={schemeData}
                        results={resultData.results}
                        event={contest?.name ?? ''}
                        words={words}
                      />
                    </div>
                  )
                }
              </QueryView>
            )}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
