import { Group, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../client/queries.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import type { Competency } from '../competencies.queries.ts';
import { draftOf, inputOf } from '../ownCompetencyForm.ts';
import type { OwnCompetencyDraft } from '../ownCompetencyForm.ts';
import { SectionsEditor } from './SectionsEditor.tsx';

interface OwnCompetencyDrawerProps {
  /** The own competency to change; null: a new one. */
  competency: Competency | null;
  onClose: () => void;
  onStored?: (id: string) => void;
}

const LANGUAGES = ['kk', 'ru', 'en'] as const;
const WIDTH = 860;

/** Form of an own competency, for contests that have what WorldSkills has not. */
export function OwnCompetencyDrawer({ competency, onClose, onStored }: OwnCompetencyDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const create = useCommand('competencies.createOwn', { quiet: true });
  const update = useCommand('competencies.updateOwn', { quiet: true });
  const form = useForm<OwnCompetencyDraft>({
    initialValues: draftOf(competency),
    validate: {
      number: rules.line,
      name: { kk: rules.filledLine, ru: rules.filledLine, en: rules.line },
      sections: { name: { kk: rules.filledLine, ru: rules.filledLine, en: rules.line } },
    },
  });
  const submit = form.onSubmit((draft) => {
    const stored = (id: string): void => {
      onClose();
      onStored?.(id);
    };
    const input = inputOf(draft);
    if (competency === null) create.mutate(input, { onSuccess: ({ id }) => stored(id) });
    else update.mutate({ ...input, id: competency.id }, { onSuccess: () => stored(competency.id) });
  });
  const numberOf = (value: string | number): number | null => (typeof value === 'number' ? value : null);
  return (
    <FormDrawer
      command="competencies.createOwn"
      opened
      size={WIDTH}
      title={competency === null ? t('competencies:own.addTitle') : t('competencies:own.editTitle')}
      submitLabel={competency === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Group grow gap="sm" align="flex-start">
        {LANGUAGES.map((language) => (
          <TextInput
            key={language}
            label={t(`competencies:own.name.${language}`)}
            withAsterisk={language !== 'en'}
            data-autofocus={language === 'kk' || undefined}
            {...form.getInputProps(`name.${language}`)}
          />
        ))}
      </Group>
      <Group gap="sm" align="flex-start">
        <TextInput
          w={160}
          label={t('competencies:field.number')}
          description={t('competencies:own.numberHint')}
          {...form.getInputProps('number')}
        />
        <NumberInput
          w={160}
          label={t('competencies:field.team')}
          description={t('competencies:own.teamHint')}
          min={1}
          max={12}
          allowDecimal={false}
          value={form.values.teamSize}
          onChange={(value) => form.setFieldValue('teamSize', numberOf(value) ?? 1)}
        />
        <NumberInput
          w={220}
          label={t('competencies:field.maxAge')}
          description={t('competencies:own.ageHint')}
          min={14}
          max={99}
          allowDecimal={false}
          value={form.values.maxAge ?? ''}
          onChange={(value) => form.setFieldValue('maxAge', numberOf(value))}
        />
      </Group>
      <SectionsEditor form={form} />
    </FormDrawer>
  );
}
