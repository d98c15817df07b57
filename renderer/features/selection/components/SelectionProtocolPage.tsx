import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#shared/contract/app.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { formatFor, type Format } from '../../../i18n/format.ts';
import { localized } from '../../../i18n/names.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { findRun, teamAfter } from '../decidedTeam.ts';
import { criterionName, objectionsOf, ruleSentence, type SelectionModel } from '../selectionModel.ts';
import { useTask } from '../useTask.ts';
import { SelectionLoader } from './SelectionLoader.tsx';
import styles from './selection.module.css';

type Run = RouteOutput<'selection.getRun'>;

interface PaperProps {
  model: SelectionModel;
  run: Run;
  t: TFunction;
  format: Format;
}

function Rules({ model, run, t, format }: PaperProps): ReactNode {
  const scenario = model.view.scenarios.find(({ id }) => id === run.scenarioId);
  const { config } = run;
  return (
    <>
      <h2>{t('selection:protocol.rules')}</h2>
      <p>{t('selection:protocol.scenario', { name: scenario?.name ?? '–' })}</p>
      <ul>
        <li>
          {t('selection:criteria.title')}:{' '}
          {config.criteria
            .filter(({ weight }) => weight > 0)
            .map(({ key, name, weight }) => `${criterionName(t, key, name)} ${format.number(weight)}`)
            .join('; ')}
        </li>
        <li>
          {t('selection:objective.label')}: {t(`selection:objective.${config.objective}`)}
        </li>
        <li>
          {t('selection:tie.label')}:{' '}
          {config.tie.kind === 'seed'
            ? `${t('selection:tie.seed')} ${config.tie.seed}`
            : `${t(`selection:criterion.${config.tie.figure}`)}; ${t('selection:tie.number')} ${config.tie.seed}`}
        </li>
        {config.eligibility.map((rule) => (
          <li key={rule.kind === 'own' ? rule.id : rule.kind}>
            {rule.kind === 'own' ? rule.text : t(`selection:eligibility.${rule.kind}`)}
          </li>
        ))}
        {config.rules.map((rule) => (
          <li key={rule.id}>{ruleSentence(t, model, rule)}</li>
        ))}
        {run.objections.map((one) =>
          one.exception === null ? null : (
            <li key={`${one.studentId} ${one.competencyId} ${one.check.rule}`}>
              {t('selection:protocol.exception', {
                student: model.studentName(one.studentId),
                reason: one.exception,
              })}
            </li>
          ),
        )}
      </ul>
    </>
  );
}

function Candidates({ model, run, t, format }: PaperProps): ReactNode {
  const squads = Map.groupBy(run.candidates, ({ competencyId }) => competencyId);
  const team =
    model.view.selection.decidedRunId === run.id
      ? teamAfter(run, model.view.replacements)
      : teamAfter(run, []);
  return (
    <>
      <h2>{t('selection:protocol.candidates')}</h2>
      {[...squads].map(([competencyId, squad]) => (
        <section key={competencyId}>
          <h3>{model.competencyName(competencyId)}</h3>
          <SimpleTable
            label={model.competencyName(competencyId)}
            rows={squad}
            rowKey={({ studentId }) => studentId}
            columns={[
              {
                id: 'name',
                header: t('selection:field.student'),
                cell: ({ studentId }) => model.studentName(studentId),
              },
              {
                id: 'group',
                header: t('selection:attribute.group'),
                cell: ({ studentId }) => model.students.get(studentId)?.groupName ?? '',
              },
              {
                id: 'value',
                header: t('selection:field.value'),
                align: 'end',
                cell: ({ value, deviation }) =>
                  `${format.number(value, 1)} ± ${format.number(1.64 * deviation, 1)}`,
              },
              {
                id: 'best',
                header: t('selection:field.best'),
                align: 'end',
                cell: ({ ranks }) => (ranks ? format.percent(100 * ranks.best, 0) : '–'),
              },
              {
                id: 'decision',
                header: t('selection:protocol.decision'),
                cell: (candidate) => {
                  const place = team.find(
                    (one) => one.studentId === candidate.studentId && one.competencyId === competencyId,
                  );
                  if (place) return t(`selection:seat.${place.seat}`);
                  return (
                    objectionsOf(run, candidate)
                      .map((check) =>
                        t(`selection:check.${check.kind}`, {
                          text: check.text,
                          found: check.found === null ? '–' : format.number(check.found, 1),
                          limit: check.limit === null ? '–' : format.number(check.limit, 1),
                        }),
                      )
                      .join('; ') || '–'
                  );
                },
              },
            ]}
          />
        </section>
      ))}
    </>
  );
}

function Signatures({ model, t }: Pick<PaperProps, 'model' | 't'>): ReactNode {
  const { commission } = model.view.selection;
  return (
    <>
      <h2>{t('selection:commission.title')}</h2>
      <div className={styles['signatures']}>
        {commission.map(({ name, role }) => (
          <div key={`${name} ${role}`} className={styles['signature']}>
            <span>{role}</span>
            <span className={styles['signatureLine']} />
            <span>{name}</span>
          </div>
        ))}
      </div>
    </>
  );
}

function Paper({ model, run, t, format }: PaperProps): ReactNode {
  const { championship, view } = model;
  return (
    <article className={styles['paper']}>
      <h2>{t('selection:protocol.title')}</h2>
      <p>
        {championship.name}, {format.longDate(championship.startDate)}
        {championship.place === '' ? null : `, ${championship.place}`}. {view.selection.name}.
      </p>
      <p>{t('selection:protocol.made', { date: format.dateTime(run.madeAt) })}</p>
      <Rules model={model} run={run} t={t} format={format} />
      <Candidates model={model} run={run} t={t} format={format} />
      <h2>{t('selection:decision.steps')}</h2>
      <ul>
        {view.selection.steps.map((step) => (
          <li key={step.at}>
            {format.dateTime(step.at)} – {t(`selection:status.${step.status}`)}, {step.person}
            {step.note === '' ? null : ` (${step.note})`}
          </li>
        ))}
        {view.replacements.map((one) => (
          <li key={one.id}>
            {t('selection:replacement.line', {
              date: format.dateTime(one.at),
              competency: model.competencyName(one.competencyId),
              out: model.studentName(one.outStudentId),
              into: one.inStudentId === null ? '–' : model.studentName(one.inStudentId),
              reason: t(`selection:reason.${one.reason}`),
              person: one.person,
            })}
          </li>
        ))}
      </ul>
      <Signatures model={model} t={t} />
      <p className={styles['hash']}>
        {t('selection:protocol.hash', { hash: run.hash, solver: run.solver, seed: run.seed })}
      </p>
    </article>
  );
}

function Protocol({ model, runId }: { model: SelectionModel; runId: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const screen = useLanguage();
  const [language, setLanguage] = useState<Language>(screen);
  const query = useRouteQuery('selection.getRun', { runId });
  const competencies = useRouteQuery('competencies.list', {});
  const client = useClient();
  const task = useTask();
  const [replay, setReplay] = useState<RouteOutput<'selection.replay'> | null>(null);
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
              <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
                {t('selection:protocol.print')}
              </Button>
            </>
          }
        />
        {replay ? (
          <Notice
            tone={replay.isSame && replay.isHashRight ? 'good' : 'bad'}
            title={t(
              replay.isSame && replay.isHashRight ? 'selection:replay.same' : 'selection:replay.differs',
              {
                solver: replay.solver,
              },
            )}
          />
        ) : null}
      </div>
      <QueryView query={query}>
        {(run) => (
          <div lang={language}>
            <Paper model={printed} run={run} t={i18n.getFixedT(language)} format={formatFor(language)} />
          </div>
        )}
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
