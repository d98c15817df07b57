import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { taskSides, type TaskInput, type TaskRow } from '#shared/contract/tasks.ts';
import { useCommand } from '../../../client/queries.ts';
import { useExpertChoices } from '../../../client/usePeople.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { PersonField } from '../../../ui/PersonField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';

function inputOf(row: TaskRow): TaskInput {
  const { id: _, responsibleName: __, partnerName: ___, ...input } = row;
  return input;
}

interface PromiseDrawerProps {
  partnerId: string;
  visitId: string | null;
  /** Null: a new one. */
  task: TaskRow | null;
  onClose: () => void;
}

/** Form of a promise, which is kept as a task. */
export function PromiseDrawer({ partnerId, visitId, task, onClose }: PromiseDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const experts = useExpertChoices();
  const save = useCommand('tasks.save', { quiet: true });
  const remove = useCommand('tasks.remove', { offerUndo: true });
  const form = useForm<TaskInput>({
    initialValues:
      task === null
        ? {
            title: '',
            notes: '',
            dueDate: null,
            side: 'partner',
            responsibleId: null,
            responsible: '',
            competencyId: null,
            partnerId,
            visitId,
            eventId: null,
            state: 'open',
            doneDate: null,
          }
        : inputOf(task),
    validate: { title: rules.filledLine, responsible: rules.line, notes: rules.text },
  });
  const submit = form.onSubmit((values) => {
    save.mutate({ ...values, ...(task === null ? {} : { id: task.id }) }, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="tasks.save"
      history={<HistoryFold entity="tasks" record={task} />}
      opened
      title={task === null ? t('partners:promise.addTitle') : t('partners:promise.editTitle')}
      submitLabel={task === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(task === null ? {} : { onRemove: () => remove.mutate({ id: task.id }, { onSuccess: onClose }) })}
    >
      <TextInput
        label={t('partners:promise.what')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('partners:promise.side')}
          data={taskSides.map((value) => ({ value, label: t(`partners:side.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('side')}
        />
        <DateField
          label={t('partners:obligation.dueDate')}
          value={form.values.dueDate}
          onChange={(day) => form.setFieldValue('dueDate', day)}
        />
      </Group>
      <PersonField
        label={t('partners:obligation.responsible')}
        description={t('partners:obligation.responsibleHint')}
        people={experts}
        id={form.values.responsibleId}
        text={form.values.responsible}
        onChange={({ id, text }) => form.setValues({ responsibleId: id, responsible: text })}
      />
      <Textarea
        label={t('partners:field.notes')}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('notes')}
      />
    </FormDrawer>
  );
}
