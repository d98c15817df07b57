import { Autocomplete, Group, NumberInput, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionInput, SessionRow } from '#shared/contract/training.ts';
import { useCommand } from '../../../client/queries.ts';
import { useCompetencyChoices } from '../../../client/useCompetencies.ts';
import { draftName, useDraft } from '../../../client/useDraft.ts';
import { localDay } from '#shared/lib/localDay.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { useExpertChoices, useWorkshopSuggestions } from '../training.queries.ts';
import { useTrainingStore } from '../training.store.ts';

interface SessionDrawerProps {
  /** The session to change; null: a new one. */
  session: SessionRow | null;
  onClose: () => void;
  /** A new session was added. */
  onAdded?: (id: string) => void;
  onRemove?: () => void;
}

interface SessionForm extends Omit<SessionInput, 'competencyId' | 'date'> {
  competencyId: string | null;
  date: string | null;
}

function formOf(session: SessionRow | null, competencyId: string | null): SessionForm {
  if (session === null) {
    const date = localDay(new Date());
    return { competencyId, date, durationMinutes: null, workshop: '', expertId: null, notes: '' };
  }
  return {
    competencyId: session.competencyId,
    date: session.date,
    durationMinutes: session.durationMinutes,
    workshop: session.workshop,
    expertId: session.expertId,
    notes: session.notes,
  };
}

/** What main takes; null while the form lacks what it needs. */
function inputOf(values: SessionForm): SessionInput | null {
  const { competencyId, date } = values;
  return competencyId === null || date === null ? null : { ...values, competencyId, date };
}

const MAX_MINUTES = 1440;

/** Form of a training session: when, what, where, with whom. */
export function SessionDrawer({ session, onClose, onAdded, onRemove }: SessionDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const { lastCompetencyId, rememberCompetency } = useTrainingStore();
  const { squads, others } = useCompetencyChoices();
  const experts = useExpertChoices();
  const workshops = useWorkshopSuggestions();
  const create = useCommand('training.createSession', { quiet: true });
  const update = useCommand('training.updateSession', { quiet: true });
  const required = (value: string | null): string | null =>
    value === null || value === '' ? t('common:field.required') : null;
  const form = useForm<SessionForm>({
    initialValues: formOf(session, lastCompetencyId),
    validateInputOnBlur: true,
    validate: {
      competencyId: required,
      date: required,
      workshop: rules.line,
      notes: rules.text,
    },
  });
  const draft = useDraft({
    name: draftName('session', session),
    values: form.values,
    isDirty: form.isDirty(),
    restore: form.setValues,
  });
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const added = (id: string): void => {
    draft.forget();
    onAdded?.(id);
  };
  const submit = form.onSubmit((values) => {
    const input = inputOf(values);
    if (input === null) return;
    rememberCompetency(input.competencyId);
    if (session === null) create.mutate(input, { onSuccess: ({ id }) => added(id) });
    else update.mutate({ ...input, id: session.id }, { onSuccess: close });
  });
  return (
    <FormDrawer
      command="training.createSession"
      history={<HistoryFold entity="sessions" record={session} />}
      opened
      title={session === null ? t('training:session.addTitle') : t('training:session.editTitle')}
      submitLabel={session === null ? t('training:session.start') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={close}
      isRestored={draft.isRestored}
      {...(onRemove ? { onRemove } : {})}
    >
      <Select
        label={t('training:field.competency')}
        withAsterisk
        searchable
        openOnFocus={false}
        data-autofocus
        data={[
          { group: t('training:competency.squads'), items: squads },
          { group: t('training:competency.others'), items: others },
        ]}
        nothingFoundMessage={t('training:competency.notFound')}
        disabled={(session?.attemptCount ?? 0) > 0}
        {...((session?.attemptCount ?? 0) > 0 ? { description: t('training:field.competencyFixed') } : {})}
        {...form.getInputProps('competencyId')}
      />
      <Group grow gap="sm" align="flex-start">
        <DateField
          label={t('training:field.date')}
          required
          value={form.values.date}
          onChange={(date) => form.setFieldValue('date', date)}
          error={form.errors['date']}
        />
        <NumberInput
          label={t('training:field.duration')}
          min={1}
          max={MAX_MINUTES}
          step={10}
          allowDecimal={false}
          allowNegative={false}
          value={form.values.durationMinutes ?? ''}
          onChange={(value) => form.setFieldValue('durationMinutes', value === '' ? null : Number(value))}
        />
      </Group>
      <Autocomplete
        label={t('training:field.workshop')}
        data={workshops}
        openOnFocus={false}
        {...form.getInputProps('workshop')}
      />
      <Select
        label={t('training:field.expert')}
        data={experts}
        searchable
        openOnFocus={false}
        clearable
        clearButtonProps={{ 'aria-label': t('common:action.clear') }}
        nothingFoundMessage={t('training:field.expertNotFound')}
        {...form.getInputProps('expertId')}
      />
      <Textarea
        label={t('training:field.notes')}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps('notes')}
      />
    </FormDrawer>
  );
}
