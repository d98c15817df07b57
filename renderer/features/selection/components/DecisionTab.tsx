import { Button, Select, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { replacementReasons, selectionStatuses } from '#shared/contract/selectionView.ts';
import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import {
  offerReplacements,
  type ReplacementOffer,
  type TeamPlace,
} from '#shared/domain/selection/replacement.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Card } from '../../../ui/Page.tsx';
import { findRun, teamAfter } from '../decidedTeam.ts';
import type { SelectionModel } from '../selectionModel.ts';
import { CommissionCard } from './CommissionCard.tsx';
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

/** Who could take the place of somebody who leaves, best first. */
function offersFor(
  run: RouteOutput<'selection.getRun'>,
  team: readonly TeamPlace[],
  leaving: TeamPlace | undefined,
): ReplacementOffer[] {
  if (!leaving) return [];
  return offerReplacements(
    run.candidates
      .filter((one) => one.competencyId === leaving.competencyId && one.studentId !== leaving.studentId)
      .map(({ studentId, value, isEligible }) => ({
        studentId,
        value,
        isEligible,
        place: team.find((place) => place.studentId === studentId) ?? null,
      })),
    leaving,
  );
}

function ReplacementCard({ model, runId }: { model: SelectionModel; runId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const replace = useCommand('selection.replace');
  const run = useRouteQuery('selection.getRun', { runId });
  const [out, setOut] = useState<string | null>(null);
  const [into, setInto] = useState<string | null>(null);
  const [reason, setReason] = useState<(typeof replacementReasons)[number]>('injury');
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  const summary = findRun(model.view, runId) ?? run.data;
  const details = run.data;
  if (!summary || !details) return null;
  const team = teamAfter(summary, model.view.replacements);
  const leaving = team.find(({ studentId, competencyId }) => `${studentId} ${competencyId}` === out);
  const offers = offersFor(details, team, leaving);
  const submit = (): void => {
    if (!leaving) return;
    replace.mutate(
      {
        selectionId: model.view.selection.id,
        competencyId: leaving.competencyId,
        outStudentId: leaving.studentId,
        inStudentId: into,
        reason,
        note,
        person,
      },
      { onSuccess: () => setOut(null) },
    );
  };
  return (
    <Card title={t('selection:replacement.title')}>
      <ul className={styles['links']}>
        {model.view.replacements.map((one) => (
          <li key={one.id}>
            {t('selection:replacement.line', {
              date: format.dateTime(one.at),
              competency: model.competencyName(one.competencyId),
              out: model.studentName(one.outStudentId),
              into: one.inStudentId === null ? '–' : model.studentName(one.inStudentId),
              reason: t(`selection:reason.${one.reason}`),
              person: one.person,
            })}
            {one.note === '' ? null : ` · ${one.note}`}
          </li>
        ))}
      </ul>
      <Allowed command="selection.replace">
        <div className={styles['controls']}>
          <Select
            label={t('selection:replacement.out')}
            searchable
            miw={300}
            value={out}
            data={team.map(({ studentId, competencyId, seat }) => ({
              value: `${studentId} ${competencyId}`,
              label: `${model.studentName(studentId)} · ${model.competencyName(competencyId)} (${t(`selection:seat.${seat}`)})`,
            }))}
            onChange={(value) => {
              setOut(value);
              const next = team.find(
                ({ studentId, competencyId }) => `${studentId} ${competencyId}` === value,
              );
              // The best reserve is offered first; another, or nobody, can be chosen.
              setInto(offersFor(details, team, next)[0]?.studentId ?? null);
            }}
          />
          <Select
            label={t('selection:replacement.into')}
            description={
              into !== null && into === offers[0]?.studentId ? t('selection:replacement.best') : null
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            miw={300}
            clearable
            clearButtonProps={{ 'aria-label': t('common:action.clear') }}
            value={into}
            onChange={setInto}
            data={offers.map(({ studentId, isReserve, value }) => ({
              value: studentId,
              label: `${model.studentName(studentId)} · ${format.number(value, 1)}${
                isReserve ? ` · ${t('selection:seat.reserve')}` : ''
              }`,
            }))}
          />
          <Select
            label={t('selection:replacement.reason')}
            allowDeselect={false}
            value={reason}
            data={replacementReasons.map((value) => ({ value, label: t(`selection:reason.${value}`) }))}
            onChange={(value) => {
              if (value !== null) setReason(value);
            }}
          />
          <TextInput
            label={t('selection:decision.person')}
            withAsterisk
            value={person}
            onChange={(event) => setPerson(event.currentTarget.value)}
          />
          <TextInput
            label={t('selection:decision.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button disabled={!leaving || person.trim() === ''} loading={replace.isPending} onClick={submit}>
            {t('selection:replacement.store')}
          </Button>
        </div>
      </Allowed>
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
