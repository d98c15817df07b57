import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SchemeListRow } from '#shared/contract/schemes.ts';
import { useCommand } from '../../../client/queries.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { CompetencySelect } from './CompetencySelect.tsx';

interface NewSchemeDrawerProps {
  /** The scheme that is copied; without it the new one is empty. */
  original?: SchemeListRow;
  onClose: () => void;
}

interface Values {
  title: string;
  competencyId: string | null;
  kind: 'official' | 'practice';
}

/** A new scheme, empty or a copy; the editor opens with it. */
export function NewSchemeDrawer({ original, onClose }: NewSchemeDrawerProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const create = useCommand('schemes.create', { quiet: true });
  const copy = useCommand('schemes.copy', { quiet: true });
  const form = useForm<Values>({
    initialValues: {
      title: original ? t('schemeEditor:create.copyName', { title: original.title }).slice(0, 200) : '',
      competencyId: null,
      kind: 'practice',
    },
    validate: { title: fieldRules(t).filledLine },
  });
  const onDone = { onSuccess: ({ id }: { id: string }) => navigate(`/schemes/${id}/edit`) };
  const submit = form.onSubmit((values) => {
    if (original) copy.mutate({ id: original.id, title: values.title }, onDone);
    else create.mutate({ ...values, language }, onDone);
  });
  return (
    <FormDrawer
      command="schemes.create"
      opened
      title={t(original ? 'schemeEditor:create.copyTitle' : 'schemeEditor:create.title')}
      submitLabel={t(original ? 'schemeEditor:create.copySubmit' : 'schemeEditor:create.submit')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || copy.isPending}
      error={create.error ?? copy.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('schemes:field.title')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('title')}
      />
      {original ? null : (
        <>
          <CompetencySelect
            value={form.values.competencyId}
            onChange={(competencyId) => form.setFieldValue('competencyId', competencyId)}
          />
          <SegmentedControl
            aria-label={t('schemes:field.kind')}
            value={form.values.kind}
            onChange={(kind) => form.setFieldValue('kind', kind)}
            data={(['practice', 'official'] as const).map((value) => ({
              value,
              label: t(`schemes:kind.${value}`),
            }))}
          />
          <Text size="sm" c="dimmed">
            {t('schemeEditor:create.text')}
          </Text>
        </>
      )}
    </FormDrawer>
  );
}
