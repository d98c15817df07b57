import { Button, Progress } from '@mantine/core';
import { IconLock, IconPlayerPlay, IconQuestionMark, IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { SelectionValued } from '#shared/contract/selectionCandidates.ts';
import type { SelectionPlaceChange, SelectionRunSummary } from '#shared/contract/selectionOutcome.ts';
import { compareChoices } from '#shared/domain/selection/analyses.ts';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { groupSentence, type SelectionModel } from '../selectionModel.ts';
import type { TabProps } from '../tabProps.ts';
import { useTask, type Task } from '../useTask.ts';
import { AlternativesCard } from './AlternativesCard.tsx';
import { Changes } from './Changes.tsx';
import { CoverageCard } from './CoverageCard.tsx';
import { StabilityCard } from './StabilityCard.tsx';
import { ValueTable } from './ValueTable.tsx';
import styles from './selection.module.css';

type Why = RouteOutput<'selection.why'>;

function TaskBar({ task }: { task: Task }): ReactNode {
  const { t } = useTranslation();
  if (task.progress === null) return null;
  const { done, total } = task.progress;
  return (
    <div className={styles['controls']} role="status">
      <Progress
        value={total > 0 ? (100 * done) / total : 100}
        animated={total === 0}
        w={260}
        aria-label={t('selection:task.label')}
      />
      <span>{total > 0 ? t('selection:task.of', { done, total }) : t('selection:task.steps', { done })}</span>
      <Button variant="default" size="compact-sm" onClick={task.cancel}>
        {t('common:action.cancel')}
      </Button>
    </div>
  );
}

interface WhyNoticeProps {
  model: SelectionModel;
  /** Settings of the run. */
  scenario: { config: TabProps['scenario']['config'] };
  who: SelectionValued;
  why: Why;
}

function WhyNotice({ model, scenario, who, why }: WhyNoticeProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = {
    student: model.studentName(who.studentId),
    competency: model.competencyName(who.competencyId),
  };
  if (why.kind === 'forbidden') {
    return (
      <Notice tone="warn" icon={IconQuestionMark} title={t('selection:why.forbidden', names)}>
        <ul className={styles['reasons']}>
          {why.groups.map((group) => (
            <li key={group}>{groupSentence(t, model, scenario, group)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Notice
      icon={IconQuestionMark}
      title={t('selection:why.loss', {
        ...names,
        points: format.number(why.main / 100, 2),
        entries: why.entries,
      })}
    >
      {why.tippingPoint === null ? null : (
        <p className={styles['line']}>
          {t('selection:why.tip', { points: format.number(Math.abs(why.tippingPoint) / 100, 2) })}
        </p>
      )}
      <Changes model={model} changes={why.changes} />
    </Notice>
  );
}

const DAY = 86_400_000;

function SinceLastWeek({
  model,
  runs,
}: {
  model: SelectionModel;
  runs: readonly SelectionRunSummary[];
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [latest] = runs;
  if (latest?.outcome.kind !== 'chosen') return null;
  const old = runs.find(
    ({ madeAt, outcome }) =>
      outcome.kind === 'chosen' && Date.parse(latest.madeAt) - Date.parse(madeAt) >= 6 * DAY,
  );
  if (old?.outcome.kind !== 'chosen') return null;
  const changes: SelectionPlaceChange[] = compareChoices(
    old.outcome.choice.picks,
    latest.outcome.choice.picks,
  );
  return (
    <Card title={t('selection:since.title', { date: format.dateTime(old.madeAt) })}>
      {changes.length === 0 ? (
        <p className={styles['line']}>{t('selection:since.none')}</p>
      ) : (
        <Changes model={model} changes={changes} />
      )}
    </Card>
  );
}

interface RunProps extends TabProps {
  run: SelectionRunSummary;
  task: Task;
}

function ChosenRun({ model, scenario, onChange, run, task }: RunProps): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const [answer, setAnswer] = useState<{ who: SelectionValued; why: Why } | null>(null);
  const query = useRouteQuery('selection.getRun', { runId: run.id });
  if (run.outcome.kind !== 'chosen') return null;
  const { picks } = run.outcome.choice;
  const { config } = scenario;
  const askWhy = async (who: SelectionValued): Promise<void> => {
    const { studentId, competencyId } = who;
    const why = await task.run((name) =>
      client.call('selection.why', { runId: run.id, studentId, competencyId, task: name }),
    );
    if (why) setAnswer({ who, why });
  };
  const lock = ({ studentId, competencyId }: SelectionValued): void => {
    const seat = picks.find(
      (pick) => pick.studentId === studentId && pick.competencyId === competencyId,
    )?.seat;
    const id = crypto.randomUUID();
    const rule = seat
      ? { kind: 'must' as const, id, studentId, competencyId, seat }
      : { kind: 'must_not' as const, id, studentId, competencyId, seat: 'any' as const };
    onChange({ ...config, rules: [...config.rules, rule] });
  };
  return (
    <QueryView query={query}>
      {(details) => (
        <div className={styles['stack']}>
          {answer ? <WhyNotice model={model} scenario={details} {...answer} /> : null}
          <CoverageCard model={model} picks={picks} />
          <ValueTable
            model={model}
            criteria={details.config.criteria}
            values={details.candidates}
            picks={picks}
            extra={{
              id: 'why',
              header: t('selection:why.header'),
              cell: (who) => (
                <Button.Group>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={task.progress !== null}
                    aria-label={`${t('selection:why.ask')}: ${model.studentName(who.studentId)}`}
                    onClick={() => void askWhy(who)}
                  >
                    {t('selection:why.ask')}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${t('selection:lock')}: ${model.studentName(who.studentId)}`}
                    onClick={() => lock(who)}
                  >
                    <IconLock size={13} aria-hidden />
                  </Button>
                </Button.Group>
              ),
            }}
          />
          <AlternativesCard model={model} runId={run.id} task={task} />
          <StabilityCard
            model={model}
            criteria={details.config.criteria}
            runId={run.id}
            stability={details.stability}
            picks={picks}
            task={task}
          />
        </div>
      )}
    </QueryView>
  );
}

/** The choice and its why. */
export function ResultTab({ model, scenario, onChange }: TabProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const task = useTask();
  const [run] = scenario.runs;
  const solve = (
    <Button
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      disabled={task.progress !== null}
      onClick={() =>
        void task.run((name) => client.call('selection.solve', { scenarioId: scenario.id, task: name }))
      }
    >
      {t(run ? 'selection:solveAgain' : 'selection:solve')}
    </Button>
  );
  if (!run) {
    return (
      <div className={styles['stack']}>
        <TaskBar task={task} />
        <EmptyState
          icon={IconTargetArrow}
          title={t('selection:noRun.title')}
          text={t('selection:noRun.text')}
          primary={solve}
        />
      </div>
    );
  }
  return (
    <div className={styles['stack']}>
      <div className={styles['controls']}>
        {solve}
        <span className={styles['soft']}>
          {t('selection:runInfo', { date: format.dateTime(run.madeAt), solver: run.solver })}
        </span>
      </div>
      <TaskBar task={task} />
      {run.outcome.kind === 'contradiction' ? (
        <Notice tone="bad" title={t('selection:contradiction', { count: run.outcome.groups.length })}>
          <ul className={styles['reasons']}>
            {run.outcome.groups.map((group) => (
              <li key={group}>{groupSentence(t, model, scenario, group)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          {run.outcome.choice.isTie ? (
            <Notice
              tone="warn"
              title={t(`selection:tieNotice.${scenario.config.tie.kind}`, { seed: scenario.config.tie.seed })}
            />
          ) : null}
          <SinceLastWeek model={model} runs={scenario.runs} />
          <ChosenRun
            key={run.id}
            model={model}
            scenario={scenario}
            onChange={onChange}
            run={run}
            task={task}
          />
        </>
      )}
    </div>
  );
}
