import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useDraft } from '../../../client/useDraft.ts';
import { fullName } from '../../../i18n/names.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { notify } from '../../../ui/notify.ts';
import type { CompetencyChoice } from '../useCompetencyChoices.ts';
import { WeekdayChips } from './WeekdayChips.tsx';

interface PlanDrawerProps {
  today: string;
  competencyId: string | null;
  competencies: readonly CompetencyChoice[];
  onClose: () => void;
}

interface PlanForm {
  competencyId: string | null;
  title: string;
  startDate: string | null;
  championshipDate: string | null;
  weeklyHours: number | string;
  longestHours: number | string;
  weekdays: string[];
  startTime: string;
  workshop: string;
  expertId: string | null;
  templateId: string | null;
}

/** Values of the form and what they have to be. */
function usePlanForm(today: string, competencyId: string | null): UseFormReturnType<PlanForm> {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const required = (value: string | null): string | null =>
    value === null ? t('common:field.required') : null;
  return useForm<PlanForm>({
    initialValues: {
      competencyId,
      title: '',
      startDate: today,
      championshipDate: null,
      weeklyHours: 8,
      longestHours: 6,
      weekdays: ['1', '3', '5'],
      startTime: '',
      workshop: '',
      expertId: null,
      templateId: null,
    },
    validate: {
      competencyId: required,
      title: rules.filledLine,
      startDate: required,
      championshipDate: (value, all) =>
        required(value) ?? ((value ?? '') <= (all.startDate ?? '') ? t('plan:create.badDates') : null),
      weeklyHours: (value) =>
        Number(value) >= 0.5 && Number(value) <= 100 ? null : t('plan:create.badHours'),
      longestHours: (value) =>
        Number(value) >= 0.25 && Number(value) <= 24 ? null : t('plan:create.badHours'),
      weekdays: (value) => (value.length === 0 ? t('common:field.required') : null),
      startTime: rules.time,
      workshop: rules.line,
    },
  });
}

/** Makes a plan backwards from the day of the championship. */
export function PlanDrawer({ today, competencyId, competencies, onClose }: PlanDrawerProps): ReactNode {
  const { t } = useTranslation();
  const create = useCommand('plan.create', { quiet: true });
  const experts = useRouteQuery('people.listExperts', {}).data?.experts ?? [];
  const templates = useRouteQuery('plan.listTemplates', {}).data?.templates ?? [];
  const form = usePlanForm(today, competencyId);
  const draft = useDraft({
    name: 'plan/new',
    values: form.values,
    isDirty: form.isDirty(),
    restore: form.setValues,
  });
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const submit = form.onSubmit(({ weeklyHours, longestHours, ...values }) => {
    const { competencyId: competency, startDate, championshipDate } = values;
    if (competency === null || startDate === null || championshipDate === null) return;
    create.mutate(
      {
        ...values,
        competencyId: competency,
        startDate,
        championshipDate,
        weeklyMinutes: Math.round(Number(weeklyHours) * 60),
        longestMinutes: Math.round(Number(longestHours) * 60),
        weekdays: values.weekdays.map(Number),
      },
      {
        onSuccess: ({ sessionCount }) => {
          notify({ tone: 'good', message: t('plan:create.done', { count: sessionCount }) });
          close();
        },
      },
    );
  });
  return (
    <FormDrawer
      command="plan.create"
      opened
      title={t('plan:create.title')}
      submitLabel={t('plan:create.submit')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending}
      error={create.error}
      onSubmit={submit}
      onClose={close}
      isRestored={draft.isRestored}
    >
      <Select
        label={t('plan:field.competency')}
        data={competencies}
        searchable
        withAsterisk
        data-autofocus
        {...form.getInputProps('competencyId')}
      />
      <TextInput label={t('plan:field.title')} withAsterisk {...form.getInputProps('title')} />
      <Group grow gap="sm" align="flex-start">
        <DateField
          label={t('plan:field.startDate')}
          required
          value={form.values.startDate}
          onChange={(value) => form.setFieldValue('startDate', value)}
          error={form.errors['startDate']}
        />
        <DateField
          label={t('plan:field.championshipDate')}
          required
          value={form.values.championshipDate}
          onChange={(value) => form.setFieldValue('championshipDate', value)}
          error={form.errors['championshipDate']}
        />
      </Group>
      <Select
        label={t('plan:field.template')}
        description={t('plan:field.templateHint')}
        data={templates.map((template) => ({ value: template.id, label: template.title }))}
        clearable
        {...form.getInputProps('templateId')}
      />
      <Group grow gap="sm" align="flex-start">
        <NumberInput
          label={t('plan:field.weeklyHours')}
          min={0.5}
          max={100}
          step={0.5}
          {...form.getInputProps('weeklyHours')}
        />
        <NumberInput
          label={t('plan:field.longestHours')}
          min={0.25}
          max={24}
          step={0.5}
          {...form.getInputProps('longestHours')}
        />
      </Group>
      <WeekdayChips
        label={t('plan:field.weekdays')}
        value={form.values.weekdays}
        onChange={(value) => form.setFieldValue('weekdays', value)}
        error={form.errors['weekdays']}
      />
      <Group grow gap="sm" align="flex-start">
        <TimeField label={t('plan:field.startTime')} {...form.getInputProps('startTime')} />
        <TextInput label={t('plan:field.workshop')} {...form.getInputProps('workshop')} />
      </Group>
      <Select
        label={t('plan:field.expert')}
        data={experts.map((expert) => ({ value: expert.id, label: fullName(expert) }))}
        searchable
        clearable
        {...form.getInputProps('expertId')}
      />
    </FormDrawer>
  );
}
