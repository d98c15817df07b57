import { NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { goalKinds } from '#shared/contract/goals.ts';
import type { GoalRow } from '#shared/contract/goals.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { draftName, useDraft } from '../../../client/useDraft.ts';
import { localized } from '../../../i18n/names.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';

interface GoalDrawerProps {
  /** The goal to change; null: a new one. */
  goal: GoalRow | null;
  competencyId: string;
  studentId: string;
  /** Day that is offered for a new goal; null: none is known. */
  championshipDay: string | null;
  onClose: () => void;
}

interface GoalForm {
  kind: GoalRow['kind'];
  section: string | null;
  /** Percent, or minutes. */
  target: number | string;
  dueDate: string | null;
  note: string;
}

const LONGEST_MINUTES = 1440;

function valuesOf({ goal, championshipDay }: GoalDrawerProps): GoalForm {
  if (goal === null)
    return { kind: 'percent', section: null, target: '', dueDate: championshipDay, note: '' };
  return {
    kind: goal.kind,
    section: goal.sectionNumber === null ? null : String(goal.sectionNumber),
    target: goal.kind === 'time' ? goal.target : goal.target / 100,
    dueDate: goal.dueDate,
    note: goal.note,
  };
}

/** Form of a goal: percent, a section, or the time for the whole project. */
export function GoalDrawer(props: GoalDrawerProps): ReactNode {
  const { goal, competencyId, studentId, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const add = useCommand('goals.add', { quiet: true });
  const update = useCommand('goals.update', { quiet: true });
  const remove = useCommand('goals.remove', { offerUndo: true });
  const competency = useRouteQuery('competencies.get', { id: competencyId }).data;
  const form = useForm<GoalForm>({
    initialValues: valuesOf(props),
    validate: {
      section: (value, { kind }) =>
        kind === 'section' && value === null ? t('common:field.required') : null,
      target: (value, { kind }) => {
        const most = kind === 'time' ? LONGEST_MINUTES : 100;
        const isRight = value !== '' && Number(value) >= 1 && Number(value) <= most;
        return isRight ? null : t('insight:goal.badTarget', { most });
      },
      dueDate: (value) => (value === null ? t('common:field.required') : null),
    },
  });
  const draft = useDraft({
    name: `${draftName('goal', goal)}/${studentId}`,
    values: form.values,
    isDirty: form.isDirty(),
    restore: form.setValues,
  });
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const submit = form.onSubmit(({ kind, section, target, dueDate, note }) => {
    if (dueDate === null) return;
    const fields = {
      kind,
      sectionNumber: kind === 'section' ? Number(section) : null,
      target: Math.round(Number(target) * (kind === 'time' ? 1 : 100)),
      dueDate,
      note: note.trim(),
    };
    if (goal === null) add.mutate({ ...fields, competencyId, studentId }, { onSuccess: close });
    else update.mutate({ ...fields, id: goal.id }, { onSuccess: close });
  });
  const { kind } = form.values;
  return (
    <FormDrawer
      command="goals.add"
      opened
      title={t(goal === null ? 'insight:goal.addTitle' : 'insight:goal.editTitle')}
      submitLabel={t(goal === null ? 'common:action.add' : 'common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={add.isPending || update.isPending}
      isRestored={draft.isRestored}
      error={add.error ?? update.error}
      onSubmit={submit}
      onClose={close}
      {...(goal === null ? {} : { onRemove: () => remove.mutate({ id: goal.id }, { onSuccess: close }) })}
    >
      <Select
        label={t('insight:goal.kindLabel')}
        data={goalKinds.map((value) => ({ value, label: t(`insight:goal.kind.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      {kind === 'section' ? (
        <Select
          label={t('insight:sections.name')}
          withAsterisk
          data={(competency?.sections ?? []).map(({ number, name }) => ({
            value: String(number),
            label: `${number}. ${localized(name, language)}`,
          }))}
          {...form.getInputProps('section')}
        />
      ) : null}
      <NumberInput
        label={t(kind === 'time' ? 'insight:goal.minutes' : 'insight:goal.percent')}
        {...(kind === 'time' ? { description: t('insight:goal.timeHint') } : {})}
        withAsterisk
        min={1}
        max={kind === 'time' ? LONGEST_MINUTES : 100}
        {...form.getInputProps('target')}
      />
      <DateField
        label={t('insight:goal.due')}
        required
        value={form.values.dueDate}
        onChange={(value) => form.setFieldValue('dueDate', value)}
        error={form.errors['dueDate']}
      />
      <TextInput label={t('insight:goal.note')} maxLength={200} {...form.getInputProps('note')} />
    </FormDrawer>
  );
}
