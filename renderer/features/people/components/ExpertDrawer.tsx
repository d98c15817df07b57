import { Group, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpertInput, ExpertRow } from '#shared/contract/people.ts';
import { useCommand } from '../../../client/queries.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';

interface ExpertDrawerProps {
  /** The expert to change; null: a new one. */
  expert: ExpertRow | null;
  onClose: () => void;
}

const emptyExpert: ExpertInput = {
  surname: '',
  givenName: '',
  patronymic: '',
  organisation: '',
  position: '',
  phone: '',
  email: '',
  notes: '',
};

function inputOf(row: ExpertRow): ExpertInput {
  return {
    surname: row.surname,
    givenName: row.givenName,
    patronymic: row.patronymic,
    organisation: row.organisation,
    position: row.position,
    phone: row.phone,
    email: row.email,
    notes: row.notes,
  };
}

/** Form of an expert. */
export function ExpertDrawer({ expert, onClose }: ExpertDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const create = useCommand('people.createExpert', { quiet: true });
  const update = useCommand('people.updateExpert', { quiet: true });
  const remove = useCommand('people.removeExpert', { offerUndo: true });
  const form = useForm<ExpertInput>({
    initialValues: expert === null ? emptyExpert : inputOf(expert),
    validate: {
      surname: rules.filledLine,
      givenName: rules.filledLine,
      patronymic: rules.line,
      organisation: rules.line,
      position: rules.line,
      phone: rules.line,
      email: rules.line,
      notes: rules.text,
    },
  });
  const submit = form.onSubmit((values) => {
    if (expert === null) create.mutate(values, { onSuccess: onClose });
    else update.mutate({ ...values, id: expert.id }, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="people.createExpert"
      history={<HistoryFold entity="experts" record={expert} />}
      opened
      title={expert === null ? t('people:expert.addTitle') : t('people:expert.editTitle')}
      submitLabel={expert === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
      {...(expert === null
        ? {}
        : { onRemove: () => remove.mutate({ id: expert.id }, { onSuccess: onClose }) })}
    >
      <TextInput
        label={t('people:field.surname')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('surname')}
      />
      <TextInput label={t('people:field.givenName')} withAsterisk {...form.getInputProps('givenName')} />
      <TextInput label={t('people:field.patronymic')} {...form.getInputProps('patronymic')} />
      <TextInput
        label={t('people:field.organisation')}
        description={t('people:field.organisationHint')}
        {...form.getInputProps('organisation')}
      />
      <TextInput label={t('people:field.position')} {...form.getInputProps('position')} />
      <Group grow gap="sm" align="flex-start">
        <TextInput type="tel" label={t('people:field.phone')} {...form.getInputProps('phone')} />
        <TextInput type="email" label={t('people:field.email')} {...form.getInputProps('email')} />
      </Group>
      <Textarea
        label={t('people:field.notes')}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps('notes')}
      />
    </FormDrawer>
  );
}
