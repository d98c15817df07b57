import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#shared/contract/app.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { localized } from '../../../i18n/names.ts';
import { usePrintWords } from '../../../i18n/usePrintWords.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { findRun } from '../decidedTeam.ts';
import type { SelectionModel } from '../selectionModel.ts';
import { useTask } from '../useTask.ts';
import { ProtocolPaper } from './ProtocolPaper.tsx';
import { RecordButtons } from './RecordButtons.tsx';
import { SelectionLoader } from './SelectionLoader.tsx';
import styles from './selection.module.css';

interface CheckNoticesProps {
  replay: RouteOutput<'selection.replay'> | null;
  checked: RouteOutput<'selection.checkRecord'> | null;
}

/** Whether a run, or the run of a file, gave the same answer again. */
function CheckNotices({ replay, checked }: CheckNoticesProps): ReactNode {
  const { t } = useTranslation();
  const isFileSame = checked?.isSame === true && checked.isHashRight;
  const isReplaySame = replay?.isSame === true && replay.isHashRight;
  return (
    <>
      {checked ? (
        <Notice
          tone={isFileSame ? 'good' : 'bad'}
          title={t(isFileSame ? 'selection:record.same' : 'selection:record.differs', {
            hash: checked.hash.slice(0, 12),
            recordSolver: checked.recordSolver,
            solver: checked.solver,
          })}
        />
      ) : null}
      {replay ? (
        <Notice
          tone={isReplaySame ? 'good' : 'bad'}
          title={t(isReplaySame ? 'selection:replay.same' : 'selection:replay.differs', {
            solver: replay.solver,
          })}
        />
      ) : null}
    </>
  );
}

function Protocol({ model, runId }: { model: SelectionModel; runId: string }): ReactNode {
  const { t } = useTranslation();
  const screen = useLanguage();
  const [language, setLanguage] = useState<Language>(screen);
  const words = usePrintWords(language);
  const college = useRouteQuery('app.getStatus', {}).data?.preferences.collegeName ?? '';
  const query = useRouteQuery('selection.getRun', { runId });
  const competencies = useRouteQuery('competencies.list', {});
  const client = useClient();
  const task = useTask();
  const [replay, setReplay] = useState<RouteOutput<'selection.replay'> | null>(null);
  const [checked, setChecked] = useState<RouteOutput<'selection.checkRecord'> | null>(null);
  const printed: SelectionModel = {
    ...model,
    competencyName: (id) => {
      const row = competencies.data?.competencies.find((one) => one.id === id);
      return row ? localized(row.name, language) : '–';
    },
  };
  const check = async (): Promise<void> => {
    setReplay(await task.run((name) => client.call('selection.replay', { runId, task: name })));
  };
  return (
    <Page>
      <div className={styles['noPrint']}>
        <PageHeader
          title={t('selection:protocol.title')}
          back={{ href: `/selection/${model.view.selection.id}`, label: model.view.selection.name }}
          actions={
            <>
              <SegmentedControl
                aria-label={t('selection:protocol.language')}
                value={language}
                onChange={(value) => setLanguage(value)}
                data={languages.map((value) => ({ value, label: t(`selection:language.${value}`) }))}
              />
              <Button variant="default" loading={task.progress !== null} onClick={() => void check()}>
                {t('selection:protocol.replay')}
              </Button>
              <RecordButtons runId={runId} task={task} onChecked={setChecked} />
              <PrintButtons title={`${t('selection:protocol.title')} – ${model.view.selection.name}`} />
            </>
          }
        />
        <CheckNotices replay={replay} checked={checked} />
      </div>
      <QueryView query={query}>
        {(run) =>
          words === null ? null : (
            <div lang={language}>
              <ProtocolPaper model={printed} run={run} t={words.t} format={words.format} college={college} />
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}

/** The protocol of a selection: rules, candidates, figures, decision, places for signatures; to print or save as PDF. */
export function SelectionProtocolPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <SelectionLoader id={id}>
      {(model) => {
        const { selection, scenarios } = model.view;
        const latest = scenarios
          .flatMap(({ runs }) => runs)
          .filter(({ outcome }) => outcome.kind === 'chosen')
          .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];
        const run = findRun(model.view, selection.decidedRunId) ?? latest;
        const runId = selection.decidedRunId ?? run?.id;
        if (runId === undefined) {
          return (
            <Page>
              <PageHeader
                title={t('selection:protocol.title')}
                back={{ href: `/selection/${id}`, label: selection.name }}
              />
              <EmptyState title={t('selection:noRun.title')} text={t('selection:noRun.text')} />
            </Page>
          );
        }
        return <Protocol model={model} runId={runId} />;
      }}
    </SelectionLoader>
  );
}
