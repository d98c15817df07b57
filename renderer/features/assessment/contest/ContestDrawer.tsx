import { Checkbox, Group, MultiSelect, Select, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stages, type ChampionshipInput, type ChampionshipRow } from '#shared/contract/championships.ts';
import { useCommand } from '../../../client/queries.ts';
import { useCompetenciesById, useCompetencyChoices } from '../../../client/useCompetencies.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';

interface FormValues extends Omit<ChampionshipInput, 'startDate' | 'competencies'> {
  startDate: string | null;
  competencyIds: string[];
}

const emptyValues: FormValues = {
  name: '',
  stage: 'college',
  startDate: null,
  endDate: null,
  place: '',
  isMock: true,
  maxAge: null,
  notes: '',
  competencyIds: [],
};

interface ContestDrawerProps {
  /** Null: a new one. */
  championship: ChampionshipRow | null;
  onClose: () => void;
  onStored: (championshipId: string) => void;
}

/** Form of a championship that is held here: name, stage, days, competencies. */
export function ContestDrawer({ championship, onClose, onStored }: ContestDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const competencies = useCompetenciesById();
  const { squads, others } = useCompetencyChoices();
  const create = useCommand('championships.create', { quiet: true });
  const update = useCommand('championships.update', { quiet: true });
  const form = useForm<FormValues>({
    initialValues:
      championship === null
        ? emptyValues
        : { ...championship, competencyIds: championship.competencies.map((one) => one.competencyId) },
    validate: {
      name: rules.filledLine,
      place: rules.line,
      startDate: (value) => (value === null ? t('contest:form.needsDay') : null),
      endDate: (value, { startDate }) =>
        value !== null && startDate !== null && value < startDate ? t('contest:form.endBeforeStart') : null,
    },
  });
  const submit = form.onSubmit(({ startDate, competencyIds, ...values }) => {
    if (startDate === null) return;
    const known = new Map((championship?.competencies ?? []).map((one) => [one.competencyId, one]));
    const input: ChampionshipInput = {
      name: values.name,
      stage: values.stage,
      startDate,
      endDate: values.endDate,
      place: values.place,
      isMock: values.isMock,
      maxAge: values.maxAge,
      notes: values.notes,
      competencies: competencyIds.map(
        (competencyId) =>
          known.get(competencyId) ?? {
            competencyId,
            mainSeats: 1,
            reserveSeats: 0,
            teamSize: Math.max(1, competencies.get(competencyId)?.teamSize ?? 1),
            maxAge: null,
          },
      ),
    };
    if (championship === null) create.mutate(input, { onSuccess: ({ id }) => onStored(id) });
    else update.mutate({ ...input, id: championship.id }, { onSuccess: () => onStored(championship.id) });
  });
  return (
    <FormDrawer
      command="championships.create"
      history={<HistoryFold entity="championships" record={championship} />}
      opened
      size={560}
      title={t(championship === null ? 'contest:form.addTitle' : 'contest:form.editTitle')}
      submitLabel={t(championship === null ? 'common:action.add' : 'common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t('contest:form.name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Group grow align="flex-start">
        <Select
          label={t('contest:form.stage')}
          allowDeselect={false}
          data={stages.map((value) => ({ value, label: t(`contest:stage.${value}`) }))}
          {...form.getInputProps('stage')}
        />
        <TextInput label={t('contest:form.place')} {...form.getInputProps('place')} />
      </Group>
      <Group grow align="flex-start">
        <DateField
          label={t('contest:form.startDate')}
          required
          value={form.values.startDate}
          error={form.errors['startDate']}
          onChange={(value) => form.setFieldValue('startDate', value)}
        />
        <DateField
          label={t('contest:form.endDate')}
          value={form.values.endDate}
          error={form.errors['endDate']}
          onChange={(value) => form.setFieldValue('endDate', value)}
        />
      </Group>
      <MultiSelect
        label={t('contest:form.competencies')}
        description={t('contest:form.competenciesHint')}
        searchable
        hidePickedOptions
        data={[
          { group: t('contest:form.withSquad'), items: squads },
          { group: t('contest:form.others'), items: others },
        ].filter((group) => group.items.length > 0)}
        {...form.getInputProps('competencyIds')}
      />
      <Checkbox label={t('contest:form.isMock')} {...form.getInputProps('isMock', { type: 'checkbox' })} />
      <Textarea label={t('contest:form.notes')} autosize minRows={2} {...form.getInputProps('notes')} />
    </FormDrawer>
  );
}
