import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InfrastructureListRow } from '#shared/contract/base.ts';
import { useCommand } from '../../../client/queries.ts';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { CompetencyField } from './CompetencyField.tsx';

interface ListDrawerProps {
  /** The list to change; null: a new one. */
  list: InfrastructureListRow | null;
  onClose: () => void;
  onStored?: (id: string) => void;
  onRemoved?: () => void;
}

interface ListForm {
  competencyId: string | null;
  title: string;
  edition: string;
  notes: string;
  isCurrent: boolean;
}

const EMPTY: ListForm = { competencyId: null, title: '', edition: '', notes: '', isCurrent: true };

function valuesOf(list: InfrastructureListRow | null): ListForm {
  const { competencyId, title, edition, notes, isCurrent } = list ?? EMPTY;
  return { competencyId, title, edition, notes, isCurrent };
}

/** Form of an infrastructure list. */
export function ListDrawer({ list, onClose, onStored, onRemoved }: ListDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const isNew = list === null;
  const create = useCommand('base.createList', { quiet: true });
  const update = useCommand('base.updateList', { quiet: true });
  const remove = useCommand('base.removeList', { offerUndo: true });
  const form = useForm({
    initialValues: valuesOf(list),
    validate: {
      competencyId: (value: string | null) => (value === null ? t('common:field.required') : null),
      title: rules.filledLine,
      edition: rules.line,
      notes: rules.text,
    },
  });
  const submit = form.onSubmit(({ competencyId, isCurrent, ...fields }) => {
    if (competencyId === null) return;
    const onSuccess = ({ id }: { id?: string }): void => {
      onClose();
      if (id !== undefined) onStored?.(id);
    };
    if (list === null) create.mutate({ competencyId, ...fields }, { onSuccess });
    else update.mutate({ id: list.id, isCurrent, ...fields }, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="base.createList"
      history={<HistoryFold entity="infrastructure_lists" record={list} />}
      opened
      title={t(isNew ? 'base:list.addTitle' : 'base:list.editTitle')}
      submitLabel={t(isNew ? 'common:action.add' : 'common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
      {...(isNew
        ? {}
        : { onRemove: () => remove.mutate({ id: list.id }, { onSuccess: () => onRemoved?.() }) })}
    >
      {isNew ? (
        <CompetencyField
          isRequired
          value={form.values.competencyId}
          onChange={(value) => form.setFieldValue('competencyId', value)}
          error={form.errors['competencyId']}
        />
      ) : null}
      <TextInput label={t('base:field.title')} withAsterisk {...form.getInputProps('title')} />
      <TextInput
        label={t('base:column.edition')}
        description={t('base:field.editionHint')}
        {...form.getInputProps('edition')}
      />
      <Textarea label={t('base:field.notes')} autosize minRows={2} {...form.getInputProps('notes')} />
      {isNew ? null : (
        <Checkbox
          label={t('base:list.makeCurrent')}
          description={t('base:list.makeCurrentHint')}
          {...form.getInputProps('isCurrent', { type: 'checkbox' })}
        />
      )}
    </FormDrawer>
  );
}
