import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stages, type ChampionshipInput, type ChampionshipRow } from '#shared/contract/championships.ts';
import type { CompetencyRow } from '#shared/contract/competencies.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { localized } from '../../../i18n/names.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StoredNumber } from './StoredNumber.tsx';

interface FormValues extends Omit<ChampionshipInput, 'startDate'> {
  startDate: string | null;
}

const emptyValues: FormValues = {
  name: '',
  stage: 'regional',
  startDate: null,
  endDate: null,
  place: '',
  isMock: false,
  maxAge: null,
  notes: '',
  competencies: [],
};

const numberOrNull = (value: string | number): number | null => (typeof value === 'number' ? value : null);

/** One main place and one reserve to begin with. */
const entryFor = (row: CompetencyRow): FormValues['competencies'][number] => ({
  competencyId: row.id,
  mainSeats: 1,
  reserveSeats: 1,
  teamSize: Math.max(1, row.teamSize),
  maxAge: null,
});

interface EntriesProps {
  form: UseFormReturnType<FormValues>;
  competencies: readonly CompetencyRow[];
}

function EntriesTable({ form, competencies }: EntriesProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const entries = form.values.competencies;
  // Those that the college prepares for stand first.
  const open = competencies
    .filter((row) => !entries.some((entry) => entry.competencyId === row.id))
    .toSorted((a, b) => b.candidateCount - a.candidateCount);
  const squads = open.filter(({ candidateCount }) => candidateCount > 0);
  const names = new Map(competencies.map((row) => [row.id, localized(row.name, language)]));
  const field = (name: 'mainSeats' | 'reserveSeats' | 'teamSize', min: number) => ({
    id: name,
    header: t(`selection:entry.${name}`),
    width: 90,
    cell: (entry: FormValues['competencies'][number]) => (
      <StoredNumber
        size="xs"
        min={min}
        max={name === 'teamSize' ? 12 : 50}
        allowDecimal={false}
        hideControls
        aria-label={`${t(`selection:entry.${name}`)}: ${names.get(entry.competencyId) ?? ''}`}
        stored={entry[name]}
        onStore={(value) => form.setFieldValue(`competencies.${entries.indexOf(entry)}.${name}`, value)}
      />
    ),
  });
  return (
    <>
      <Select
        label={t('selection:entry.add')}
        placeholder={t('selection:entry.choose')}
        searchable
        selectFirstOptionOnChange
        // Emptied after each choice, so that the next one can be typed at once.
        searchValue={search}
        onSearchChange={setSearch}
        value={null}
        data={open.map((row) => ({
          value: row.id,
          label:
            row.candidateCount === 0
              ? localized(row.name, language)
              : t('selection:entry.option', {
                  competency: localized(row.name, language),
                  candidates: row.candidateCount,
                }),
        }))}
        onChange={(competencyId) => {
          const row = competencies.find(({ id }) => id === competencyId);
          if (row) form.insertListItem('competencies', entryFor(row));
          setSearch('');
        }}
      />
      {squads.length < 2 ? null : (
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => form.setFieldValue('competencies', [...entries, ...squads.map(entryFor)])}
        >
          {t('selection:entry.addSquads', { number: squads.length })}
        </Button>
      )}
      {entries.length === 0 ? null : (
        <SimpleTable
          label={t('selection:entry.title')}
          rows={entries}
          rowKey={(entry) => entry.competencyId}
          columns={[
            {
              id: 'name',
              header: t('selection:entry.competency'),
              cell: (entry) => names.get(entry.competencyId) ?? '–',
            },
            field('mainSeats', 0),
            field('reserveSeats', 0),
            field('teamSize', 1),
            {
              id: 'maxAge',
              header: t('selection:entry.maxAge'),
              width: 90,
              cell: (entry) => (
                <NumberInput
                  size="xs"
                  min={14}
                  max={99}
                  hideControls
                  aria-label={`${t('selection:entry.maxAge')}: ${names.get(entry.competencyId) ?? ''}`}
                  value={entry.maxAge ?? ''}
                  onChange={(value) =>
                    form.setFieldValue(`competencies.${entries.indexOf(entry)}.maxAge`, numberOrNull(value))
                  }
                />
              ),
            },
            {
              id: 'remove',
              header: '',
              width: 40,
              cell: (entry) => (
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={`${t('common:action.remove')}: ${names.get(entry.competencyId) ?? ''}`}
                  onClick={() => form.removeListItem('competencies', entries.indexOf(entry))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

interface ChampionshipDrawerProps {
  /** Null: a new one. */
  championship: ChampionshipRow | null;
  onClose: () => void;
}

/** Form of a championship with its competencies and seats. */
export function ChampionshipDrawer({ championship, onClose }: ChampionshipDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const competencies = useRouteQuery('competencies.list', {});
  const create = useCommand('championships.create', { quiet: true });
  const update = useCommand('championships.update', { quiet: true });
  const remove = useCommand('championships.remove', { offerUndo: true });
  const { id, ...fields } = championship ?? { id: null, ...emptyValues };
  const form = useForm<FormValues>({
    initialValues: fields,
    validate: {
      name: rules.filledLine,
      place: rules.line,
      startDate: (value) => (value === null ? t('selection:championship.needsDay') : null),
    },
  });
  const submit = form.onSubmit((values) => {
    if (values.startDate === null) return;
    const input = { ...values, startDate: values.startDate };
    if (id === null) create.mutate(input, { onSuccess: onClose });
    else update.mutate({ ...input, id }, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="championships.create"
      history={<HistoryFold entity="championships" record={championship} />}
      opened
      size={720}
      title={t(id === null ? 'selection:championship.addTitle' : 'selection:championship.editTitle')}
      submitLabel={t(id === null ? 'common:action.add' : 'common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
      {...(id === null ? {} : { onRemove: () => remove.mutate({ id }, { onSuccess: onClose }) })}
    >
      <TextInput
        label={t('selection:championship.name')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Group grow align="flex-start">
        <Select
          label={t('selection:championship.stage')}
          allowDeselect={false}
          data={stages.map((value) => ({ value, label: t(`selection:stage.${value}`) }))}
          {...form.getInputProps('stage')}
        />
        <TextInput label={t('selection:championship.place')} {...form.getInputProps('place')} />
      </Group>
      <Group grow align="flex-start">
        <DateField
          label={t('selection:championship.startDate')}
          required
          value={form.values.startDate}
          error={form.errors['startDate']}
          onChange={(value) => form.setFieldValue('startDate', value)}
        />
        <DateField
          label={t('selection:championship.endDate')}
          value={form.values.endDate}
          onChange={(value) => form.setFieldValue('endDate', value)}
        />
        <NumberInput
          label={t('selection:championship.maxAge')}
          min={14}
          max={99}
          value={form.values.maxAge ?? ''}
          onChange={(value) => form.setFieldValue('maxAge', numberOrNull(value))}
        />
      </Group>
      <Checkbox
        label={t('selection:championship.isMock')}
        {...form.getInputProps('isMock', { type: 'checkbox' })}
      />
      <EntriesTable form={form} competencies={competencies.data?.competencies ?? []} />
      <Textarea
        label={t('selection:championship.notes')}
        autosize
        minRows={2}
        {...form.getInputProps('notes')}
      />
    </FormDrawer>
  );
}
