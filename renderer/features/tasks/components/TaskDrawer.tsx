import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { taskSides, taskStates, type TaskInput, type TaskRow } from '#shared/contract/tasks.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useMay } from '../../../client/useAccess.ts';
import { useCompetencyChoices } from '../../../client/useCompetencies.ts';
import { useExpertChoices } from '../../../client/usePeople.ts';
import { todayHere } from '../../../i18n/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { PersonField } from '../../../ui/PersonField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';

const emptyTask: TaskInput = {
  title: '',
  notes: '',
  dueDate: null,
  side: 'college',
  responsibleId: null,
  responsible: '',
  competencyId: null,
  partnerId: null,
  visitId: null,
  eventId: null,
  state: 'open',
  doneDate: null,
};

function inputOf(row: TaskRow): TaskInput {
  const { id: _, responsibleName: __, partnerName: ___, ...input } = row;
  return input;
}

interface TaskDrawerProps {
  /** Null: a new one. */
  task: TaskRow | null;
  onClose: () => void;
}

/** Form of a task. */
export function TaskDrawer({ task, onClose }: TaskDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const experts = useExpertChoices();
  const { squads, others } = useCompetencyChoices();
  const mayReadPartners = useMay('partners.read');
  const partners = useRouteQuery('partners.list', {}, { enabled: mayReadPartners }).data?.partners ?? [];
  const save = useCommand('tasks.save', { quiet: true });
  const remove = useCommand('tasks.remove', { offerUndo: true });
  const form = useForm<TaskInput>({
    initialValues: task === null ? emptyTask : inputOf(task),
    validate: { title: rules.filledLine, responsible: rules.line, notes: rules.text },
  });
  const submit = form.onSubmit((values) => {
    const doneDate = values.state === 'done' ? (values.doneDate ?? todayHere()) : null;
    save.mutate({ ...values, doneDate, ...(task === null ? {} : { id: task.id }) }, { onSuccess: onClose });
  });
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('common:action.clear') } };
  return (
    <FormDrawer
      command="tasks.save"
      history={<HistoryFold entity="tasks" record={task} />}
      opened
      title={task === null ? t('tasks:task.addTitle') : t('tasks:task.editTitle')}
      submitLabel={task === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(task === null ? {} : { onRemove: () => remove.mutate({ id: task.id }, { onSuccess: onClose }) })}
    >
      <TextInput
        label={t('tasks:field.title')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Group grow gap="sm" align="flex-start">
        <DateField
          label={t('tasks:field.dueDate')}
          value={form.values.dueDate}
          onChange={(day) => form.setFieldValue('dueDate', day)}
        />
        <Select
          label={t('tasks:field.state')}
          data={taskStates.map((value) => ({ value, label: t(`tasks:state.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('state')}
        />
      </Group>
      <PersonField
        label={t('tasks:field.responsible')}
        people={experts}
        id={form.values.responsibleId}
        text={form.values.responsible}
        onChange={({ id, text }) => form.setValues({ responsibleId: id, responsible: text })}
      />
      <Select
        label={t('tasks:field.side')}
        data={taskSides.map((value) => ({ value, label: t(`tasks:side.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('side')}
      />
      <Select
        label={t('tasks:field.competency')}
        data={[...squads, ...others]}
        searchable
        {...clear}
        {...form.getInputProps('competencyId')}
      />
      <Select
        label={t('tasks:field.partner')}
        data={partners.map((one) => ({ value: one.id, label: one.name }))}
        searchable
        {...clear}
        {...form.getInputProps('partnerId')}
      />
      <Textarea
        label={t('tasks:field.notes')}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('notes')}
      />
    </FormDrawer>
  );
}
