import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { replacementReasons } from '#shared/contract/selectionView.ts';
import {
  offerReplacements,
  type ReplacementOffer,
  type TeamPlace,
} from '#shared/domain/selection/replacement.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { findRun, stateAfter } from '../decidedTeam.ts';
import { handoverLine, type SelectionModel } from '../selectionModel.ts';
import styles from './selection.module.css';

type Reason = (typeof replacementReasons)[number];
type Run = RouteOutput<'selection.getRun'>;

/** A place that can change hands: somebody has it, or it is free and somebody had it last. */
interface Place extends TeamPlace {
  key: string;
  isFree: boolean;
}

const reasonsToLeave = replacementReasons.filter((reason) => reason !== 'vacant');

function placesOf({ team, free }: { team: TeamPlace[]; free: TeamPlace[] }): Place[] {
  const toPlace = (isFree: boolean) => (place: TeamPlace) => ({
    ...place,
    isFree,
    key: `${isFree ? 'free' : 'taken'} ${place.seat} ${place.competencyId} ${place.studentId}`,
  });
  return [...free.map(toPlace(true)), ...team.map(toPlace(false))];
}

/** Who could take a place, best first. */
function offersFor(run: Run, team: readonly TeamPlace[], place: Place | undefined): ReplacementOffer[] {
  if (!place) return [];
  return offerReplacements(
    run.candidates
      .filter((one) => one.competencyId === place.competencyId && one.studentId !== place.studentId)
      .map(({ studentId, value, isEligible }) => ({
        studentId,
        value,
        isEligible,
        place: team.find((own) => own.studentId === studentId) ?? null,
      })),
    place,
  );
}

interface FormProps {
  model: SelectionModel;
  run: Run;
  team: TeamPlace[];
  places: Place[];
}

function ReplacementForm({ model, run, team, places }: FormProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const replace = useCommand('selection.replace');
  const [key, setKey] = useState<string | null>(null);
  const [into, setInto] = useState<string | null>(null);
  const [reason, setReason] = useState<Reason>('injury');
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  const place = places.find((one) => one.key === key);
  const offers = offersFor(run, team, place);
  const isReady = place !== undefined && person.trim() !== '' && !(place.isFree && into === null);
  const submit = (): void => {
    if (!place) return;
    replace.mutate(
      {
        selectionId: model.view.selection.id,
        competencyId: place.competencyId,
        seat: place.seat,
        outStudentId: place.studentId,
        inStudentId: into,
        reason: place.isFree ? 'vacant' : reason,
        note,
        person,
      },
      { onSuccess: () => setKey(null) },
    );
  };
  const nameOf = ({ isFree, studentId, competencyId, seat }: Place): string => {
    const competency = model.competencyName(competencyId);
    const kind = t(`selection:seat.${seat}`);
    return isFree
      ? t('selection:replacement.free', { competency, seat: kind })
      : `${model.studentName(studentId)} · ${competency} (${kind})`;
  };
  return (
    <div className={styles['controls']}>
      <Select
        label={t('selection:replacement.out')}
        searchable
        miw={300}
        value={place ? key : null}
        data={places.map((one) => ({ value: one.key, label: nameOf(one) }))}
        onChange={(value) => {
          setKey(value);
          const next = places.find((one) => one.key === value);
          // The best is offered first; another, or nobody, can be chosen.
          setInto(offersFor(run, team, next)[0]?.studentId ?? null);
        }}
      />
      <Select
        label={t('selection:replacement.into')}
        description={
          offers[0]?.isReserve === true && into === offers[0].studentId
            ? t('selection:replacement.best')
            : null
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
      {place?.isFree === true ? null : (
        <Select
          label={t('selection:replacement.reason')}
          allowDeselect={false}
          value={reason}
          data={reasonsToLeave.map((value) => ({ value, label: t(`selection:reason.${value}`) }))}
          onChange={(value) => {
            if (value !== null) setReason(value);
          }}
        />
      )}
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
      <Button disabled={!isReady} loading={replace.isPending} onClick={submit}>
        {t('selection:replacement.store')}
      </Button>
    </div>
  );
}

/** What changed after the decision, and the next change. */
export function ReplacementCard({ model, runId }: { model: SelectionModel; runId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRouteQuery('selection.getRun', { runId }).data;
  const { replacements } = model.view;
  if (!run) return null;
  const state = stateAfter(findRun(model.view, runId) ?? run, replacements);
  return (
    <Card title={t('selection:replacement.title')}>
      <ul className={styles['links']}>
        {replacements.map((one) => (
          <li key={one.id}>{handoverLine(model, one, { t, format })}</li>
        ))}
      </ul>
      <Allowed command="selection.replace">
        <ReplacementForm model={model} run={run} team={state.team} places={placesOf(state)} />
      </Allowed>
    </Card>
  );
}
