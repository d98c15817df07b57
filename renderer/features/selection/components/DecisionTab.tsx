import { Button, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { selectionStatuses } from '#shared/contract/selectionView.ts';
import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Card } from '../../../ui/Page.tsx';
import { findRun, teamAfter } from '../decidedTeam.ts';
import type { SelectionModel } from '../selectionModel.ts';
import { CommissionCard } from './CommissionCard.tsx';
import { ReplacementCard } from './ReplacementCard.tsx';
import { TeamTable } from './TeamTable.tsx';
import styles from './selection.module.css';

interface DecisionTabProps {
  model: SelectionModel;
  scenario: SelectionScenario;
}

/** The team that is decided, as it is now; before that, the one that would be. */
function TeamCard({ model, scenario }: DecisionTabProps): ReactNode {
  const { t } = useTranslation();
  const decided = findRun(model.view, model.view.selection.decidedRunId);
  const run = decided ?? scenario.runs[0];
  if (run?.outcome.kind !== 'chosen') return null;
  const team = teamAfter(run, decided ? model.view.replacements : []);
  return (
    <Card title={t('selection:protocol.team')}>
      <TeamTable model={model} team={team} t={t} />
    </Card>
  );
}

function StepsCard({ model, scenario }: DecisionTabProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  const set = useCommand('selection.setStatus');
  const { selection } = model.view;
  const place = selectionStatuses.indexOf(selection.status);
  const next = selectionStatuses[place + 1];
  const previous = selection.status === 'discussed' ? selectionStatuses[place - 1] : undefined;
  const run = scenario.runs[0];
  const canApprove = run?.outcome.kind === 'chosen';
  const go = (status: (typeof selectionStatuses)[number]): void => {
    const runId = status === 'approved' ? (run?.id ?? null) : null;
    set.mutate({ id: selection.id, status, person, note, runId }, { onSuccess: () => setNote('') });
  };
  return (
    <Card title={t('selection:decision.steps')}>
      <ul className={styles['links']}>
        {selection.steps.map((step) => (
          <li key={step.at}>
            {format.dateTime(step.at)} · {t(`selection:status.${step.status}`)} · {step.person}
            {step.note === '' ? null : ` · ${step.note}`}
          </li>
        ))}
      </ul>
      {next === undefined ? (
        <p className={styles['soft']}>{t('selection:decision.done')}</p>
      ) : (
        <>
          <div className={styles['controls']}>
            <Allowed command="selection.setStatus">
              <TextInput
                label={t('selection:decision.person')}
                withAsterisk
                value={person}
                onChange={(event) => setPerson(event.currentTarget.value)}
              />
            </Allowed>
            <Allowed command="selection.setStatus">
              <Textarea
                label={t('selection:decision.note')}
                autosize
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            </Allowed>
          </div>
          {next === 'approved' && !canApprove ? (
            <p className={styles['soft']}>{t('selection:decision.needsRun')}</p>
          ) : null}
          {next === 'approved' && canApprove ? (
            <p className={styles['soft']}>
              {t('selection:decision.approves', {
                scenario: scenario.name,
                date: format.dateTime(run.madeAt),
              })}
            </p>
          ) : null}
          <div className={styles['controls']}>
            {previous === undefined ? null : (
              <Allowed command="selection.setStatus">
                <Button variant="default" disabled={person.trim() === ''} onClick={() => go(previous)}>
                  {t('selection:decision.back')}
                </Button>
              </Allowed>
            )}
            <Allowed command="selection.setStatus">
              <Button
                disabled={person.trim() === '' || (next === 'approved' && !canApprove)}
                loading={set.isPending}
                onClick={() => go(next)}
              >
                {t(`selection:decision.to.${next}`)}
              </Button>
            </Allowed>
          </div>
        </>
      )}
    </Card>
  );
}

/** The way of the decision, the commission, and what changed after it. */
export function DecisionTab({ model, scenario }: DecisionTabProps): ReactNode {
  const { t } = useTranslation();
  const { selection } = model.view;
  return (
    <div className={styles['stack']}>
      {selection.decidedRunId === null ? null : <Notice tone="good" title={t('selection:decision.locked')} />}
      <TeamCard model={model} scenario={scenario} />
      <StepsCard model={model} scenario={scenario} />
      <CommissionCard selection={selection} />
      {selection.decidedRunId === null ? null : (
        <ReplacementCard model={model} runId={selection.decidedRunId} />
      )}
    </div>
  );
}
