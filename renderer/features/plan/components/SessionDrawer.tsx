import { Button, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PlannedSession, PlannedSessionInput } from '#shared/contract/plan.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { draftName, useDraft } from '../../../client/useDraft.ts';
import { fullName } from '../../../i18n/names.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import type { CompetencyChoice } from '../useCompetencyChoices.ts';

interface SessionDrawerProps {
  /** The session to change; null: a new one on `date`. */
  session: PlannedSession | null;
  date: string;
  competencyId: string | null;
  competencies: readonly CompetencyChoice[];
  onClose: () => void;
}

interface SessionForm {
  competencyId: string | null;
  date: string | null;
  startTime: string;
  durationMinutes: number | string;
  kind: PlannedSessionInput['kind'];
  workshop: string;
  focus: string;
  expertId: string | null;
  schemeId: string | null;
}

const EMPTY = {
  startTime: '',
  durationMinutes: 120,
  kind: 'practice',
  workshop: '',
  focus: '',
  expertId: null,
  schemeId: null,
} as const;

function valuesOf({ session, date, competencyId }: SessionDrawerProps): SessionForm {
  if (session === null) return { ...EMPTY, competencyId, date };
  const { startTime, durationMinutes, kind, workshop, focus, expertId, schemeId } = session;
  const people = { competencyId: session.competencyId, expertId, schemeId };
  return { date: session.date, startTime, durationMinutes, kind, workshop, focus, ...people };
}

/** Form of a planned session, and the button that starts it. */
export function SessionDrawer(props: SessionDrawerProps): ReactNode {
  const { session, competencies, onClose } = props;
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const [, navigate] = useLocation();
  const create = useCommand('plan.createSession', { quiet: true });
  const update = useCommand('plan.updateSession', { quiet: true });
  const remove = useCommand('plan.removeSession', { offerUndo: true });
  const start = useCommand('plan.startSession');
  const experts = useRouteQuery('people.listExperts', {}).data?.experts ?? [];
  const form = useForm<SessionForm>({
    initialValues: valuesOf(props),
    validate: {
      competencyId: (value) => (value === null ? t('common:field.required') : null),
      date: (value) => (value === null ? t('common:field.required') : null),
      startTime: rules.time,
      durationMinutes: (value) =>
        Number(value) >= 5 && Number(value) <= 1440 ? null : t('plan:session.badLength'),
      workshop: rules.line,
      focus: rules.line,
    },
  });
  const draft = useDraft({
    name: draftName('planned', session),
    values: form.values,
    isDirty: form.isDirty(),
    restore: form.setValues,
  });
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const schemes = useRouteQuery('schemes.list', {}).data?.schemes ?? [];
  const submit = form.onSubmit((values) => {
    if (values.competencyId === null || values.date === null) return;
    const input: PlannedSessionInput = {
      ...values,
      competencyId: values.competencyId,
      date: values.date,
      durationMinutes: Number(values.durationMinutes),
      planId: session?.planId ?? null,
      sectionNumbers: session?.sectionNumbers ?? [],
      studentIds: session?.studentIds ?? null,
    };
    if (session === null) create.mutate(input, { onSuccess: close });
    else update.mutate({ ...input, id: session.id }, { onSuccess: close });
  });
  return (
    <FormDrawer
      command="plan.createSession"
      history={<HistoryFold entity="planned_sessions" record={session} />}
      opened
      title={session === null ? t('plan:session.addTitle') : t('plan:session.editTitle')}
      submitLabel={session === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={close}
      isRestored={draft.isRestored}
      {...(session === null
        ? {}
        : { onRemove: () => remove.mutate({ id: session.id }, { onSuccess: close }) })}
    >
      {session === null ? null : (
        <Button
          variant="light"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={start.isPending}
          onClick={() =>
            start.mutate(
              { id: session.id },
              { onSuccess: ({ sessionId }) => navigate(`/training/${sessionId}`) },
            )
          }
        >
          {t('plan:session.start')}
        </Button>
      )}
      <Select
        label={t('plan:field.competency')}
        data={competencies}
        searchable
        withAsterisk
        {...form.getInputProps('competencyId')}
      />
      <DateField
        label={t('plan:field.date')}
        required
        value={form.values.date}
        onChange={(value) => form.setFieldValue('date', value)}
        error={form.errors['date']}
      />
      <Group grow gap="sm" align="flex-start">
        <TimeField label={t('plan:field.startTime')} {...form.getInputProps('startTime')} />
        <NumberInput
          label={t('plan:field.minutes')}
          min={5}
          max={1440}
          step={15}
          {...form.getInputProps('durationMinutes')}
        />
      </Group>
      <Select
        label={t('plan:field.kind')}
        data={[
          { value: 'practice', label: t('plan:kind.practice') },
          { value: 'mock', label: t('plan:kind.mock') },
        ]}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label={t('plan:field.focus')}
        description={t('plan:field.focusHint')}
        {...form.getInputProps('focus')}
      />
      <TextInput label={t('plan:field.workshop')} {...form.getInputProps('workshop')} />
      <Select
        label={t('plan:field.expert')}
        data={experts.map((expert) => ({ value: expert.id, label: fullName(expert) }))}
        searchable
        clearable
        {...form.getInputProps('expertId')}
      />
      <Select
        label={t('plan:field.scheme')}
        description={t('plan:field.schemeHint')}
        data={schemes
          .filter((scheme) => scheme.competencyId === form.values.competencyId)
          .map((scheme) => ({ value: scheme.id, label: scheme.title }))}
        searchable
        clearable
        {...form.getInputProps('schemeId')}
      />
    </FormDrawer>
  );
}
