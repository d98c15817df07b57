import { Button } from '@mantine/core';
import { IconLock, IconPlayerPlay, IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionValued } from '#shared/contract/selectionCandidates.ts';
import type { SelectionRunSummary } from '#shared/contract/selectionOutcome.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { canonicalJson } from '#shared/domain/selection/canonicalJson.ts';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { groupSentence } from '../selectionModel.ts';
import type { TabProps } from '../tabProps.ts';
import { useTask, type Task } from '../useTask.ts';
import { AlternativesCard } from './AlternativesCard.tsx';
import { CoverageCard } from './CoverageCard.tsx';
import { RunComparison } from './RunComparison.tsx';
import { StabilityCard } from './StabilityCard.tsx';
import { TaskBar } from './TaskBar.tsx';
import { ValueCharts } from './ValueCharts.tsx';
import { ValueTable } from './ValueTable.tsx';
import { WhyNotice, type Why } from './WhyNotice.tsx';
import styles from './selection.module.css';

interface RunProps extends TabProps {
  run: SelectionRunSummary;
  task: Task;
}

function ChosenRun({ model, scenario, onChange, run, task }: RunProps): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const [answer, setAnswer] = useState<{ who: SelectionValued; why: Why } | null>(null);
  const [notice, setNotice] = useState<HTMLDivElement | null>(null);
  const query = useRouteQuery('selection.getRun', { runId: run.id });
  if (run.outcome.kind !== 'chosen') return null;
  const { picks } = run.outcome.choice;
  const { config } = scenario;
  const askWhy = async (who: SelectionValued): Promise<void> => {
    const { studentId, competencyId } = who;
    const why = await task.run((name) =>
      client.call('selection.why', { runId: run.id, studentId, competencyId, task: name }),
    );
    if (!why) return;
    setAnswer({ who, why });
    // The answer stands above the tables: it is brought to whoever asked.
    notice?.focus();
    notice?.scrollIntoView({ block: 'center' });
  };
  const isMain = (who: SelectionValued): boolean =>
    picks.some(
      (pick) =>
        pick.seat === 'main' && pick.studentId === who.studentId && pick.competencyId === who.competencyId,
    );
  const isLocked = ({ studentId, competencyId }: SelectionValued): boolean =>
    config.rules.some(
      (rule) =>
        (rule.kind === 'must' || rule.kind === 'must_not') &&
        rule.studentId === studentId &&
        rule.competencyId === competencyId,
    );
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
          <div ref={setNotice} tabIndex={-1} className={styles['notice']} aria-live="polite">
            {answer ? (
              <WhyNotice model={model} scenario={details} isMain={isMain(answer.who)} {...answer} />
            ) : null}
          </div>
          {canonicalJson(details.config) === canonicalJson(config) ? null : (
            <Notice tone="warn" title={t('selection:stale')} />
          )}
          {picks.length === 0 ? <Notice tone="warn" title={t('selection:nobodyChosen')} /> : null}
          <CoverageCard model={model} picks={picks} />
          <ValueCharts
            model={model}
            criteria={details.config.criteria}
            values={details.candidates}
            picks={picks}
          />
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
                  <Allowed command="selection.updateScenario">
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${t('selection:lock')}: ${model.studentName(who.studentId)}`}
                      title={t('selection:lock')}
                      disabled={isLocked(who)}
                      onClick={() => lock(who)}
                    >
                      <IconLock size={13} aria-hidden />
                    </Button>
                  </Allowed>
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
    <Allowed command="selection.solve">
      <Button
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        disabled={task.progress !== null}
        onClick={() =>
          void task.run((name) => client.call('selection.solve', { scenarioId: scenario.id, task: name }))
        }
      >
        {t(run ? 'selection:solveAgain' : 'selection:solve')}
      </Button>
    </Allowed>
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
          <RunComparison model={model} runs={scenario.runs} />
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
