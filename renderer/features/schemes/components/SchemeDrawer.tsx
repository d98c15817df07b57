import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeListRow } from '#shared/contract/schemes.ts';
import { useCommand } from '../../../client/queries.ts';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { CompetencySelect } from './CompetencySelect.tsx';

interface SchemeDrawerProps {
  scheme: SchemeListRow;
  onClose: () => void;
  onRemoved: () => void;
}

/** Name and competency of a scheme, and its removal. */
export function SchemeDrawer({ scheme, onClose, onRemoved }: SchemeDrawerProps): ReactNode {
  const { t } = useTranslation();
  const update = useCommand('schemes.update', { quiet: true });
  const remove = useCommand('schemes.remove', { offerUndo: true });
  const [isInUse, setInUse] = useState(false);
  const form = useForm<{ title: string; competencyId: string | null }>({
    initialValues: { title: scheme.title, competencyId: scheme.competencyId },
    validate: { title: fieldRules(t).filledLine },
  });
  const submit = form.onSubmit((values) =>
    update.mutate({ ...values, id: scheme.id }, { onSuccess: onClose }),
  );
  const onRemove = (): void => {
    if (scheme.attemptCount > 0) setInUse(true);
    else remove.mutate({ id: scheme.id }, { onSuccess: onRemoved });
  };
  return (
    <FormDrawer
      command="schemes.update"
      history={<HistoryFold entity="schemes" record={scheme} />}
      opened
      title={t('schemes:edit')}
      submitLabel={t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={update.isPending}
      error={update.error}
      onSubmit={submit}
      onClose={onClose}
      onRemove={onRemove}
    >
      <TextInput
        label={t('schemes:field.title')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('title')}
      />
      <CompetencySelect
        value={form.values.competencyId}
        onChange={(competencyId) => form.setFieldValue('competencyId', competencyId)}
      />
      {isInUse ? (
        <Notice tone="bad" title={t('schemes:inUse')}>
          {t('schemes:inUseText', { count: scheme.attemptCount })}
        </Notice>
      ) : null}
    </FormDrawer>
  );
}
