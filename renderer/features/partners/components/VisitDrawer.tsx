import { Group, MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  visitDirections,
  visitStates,
  type VisitInput,
  type VisitRow,
} from '#shared/contract/partnerRecords.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useExpertChoices, useStudentChoices } from '../../../client/usePeople.ts';
import { todayHere } from '../../../i18n/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { RowsField } from '../../../ui/RowsField.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { useGroupedCompetencies } from '../useGroupedCompetencies.ts';

interface FormValues extends Omit<VisitInput, 'date' | 'partnerId'> {
  date: string | null;
  partnerId: string | null;
}

const emptyVisit: Omit<FormValues, 'partnerId'> = {
  direction: 'to_college',
  date: null,
  startTime: '',
  durationMinutes: 0,
  place: '',
  subject: '',
  state: 'planned',
  programme: [],
  delegation: [],
  workshops: [],
  competencyIds: [],
  studentIds: [],
  expertIds: [],
  said: '',
  outcome: '',
};

function inputOf(row: VisitRow): VisitInput {
  const { id: _, partnerName: __, ...input } = row;
  return input;
}

type Form = UseFormReturnType<FormValues>;

function WhenAndWhere({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('partners:visit.direction')}
          data={visitDirections.map((value) => ({ value, label: t(`partners:direction.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('direction')}
        />
        <Select
          label={t('partners:visit.state')}
          data={visitStates.map((value) => ({ value, label: t(`partners:visitState.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('state')}
        />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <DateField
          label={t('partners:visit.date')}
          required
          value={form.values.date}
          onChange={(day) => form.setFieldValue('date', day)}
          error={form.errors['date']}
        />
        <TimeField label={t('partners:visit.startTime')} {...form.getInputProps('startTime')} />
        <NumberInput
          label={t('partners:visit.duration')}
          min={0}
          max={1440}
          allowDecimal={false}
          value={form.values.durationMinutes}
          onChange={(value) => form.setFieldValue('durationMinutes', typeof value === 'number' ? value : 0)}
        />
      </Group>
      <TextInput label={t('partners:visit.place')} {...form.getInputProps('place')} />
    </>
  );
}

function WhoAndWhat({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const known = useRouteQuery('base.listWorkshops', {}).data?.workshops ?? [];
  const workshops = [...new Set(known.map(({ name }) => name))];
  const experts = useExpertChoices();
  const students = useStudentChoices();
  const competencies = useGroupedCompetencies();
  return (
    <>
      <RowsField
        label={t('partners:visit.programme')}
        addLabel={t('partners:visit.programmeAdd')}
        columns={[
          { key: 'time', label: t('partners:visit.startTime'), type: 'time' },
          { key: 'what', label: t('partners:visit.what') },
        ]}
        rows={form.values.programme}
        empty={{ time: '', what: '' }}
        error={form.errors['programme']}
        onChange={(programme) => form.setFieldValue('programme', programme)}
      />
      <RowsField
        label={t('partners:visit.delegation')}
        addLabel={t('partners:visit.delegationAdd')}
        columns={[
          { key: 'name', label: t('partners:contact.name') },
          { key: 'position', label: t('partners:contact.position') },
        ]}
        rows={form.values.delegation}
        empty={{ name: '', position: '' }}
        onChange={(delegation) => form.setFieldValue('delegation', delegation)}
      />
      <TagsInput
        label={t('partners:visit.workshops')}
        description={t('partners:visit.workshopsHint')}
        data={workshops}
        {...form.getInputProps('workshops')}
      />
      <MultiSelect
        label={t('partners:field.competencies')}
        data={competencies}
        searchable
        {...form.getInputProps('competencyIds')}
      />
      <MultiSelect
        label={t('partners:visit.students')}
        data={students}
        searchable
        limit={50}
        {...form.getInputProps('studentIds')}
      />
      <MultiSelect
        label={t('partners:visit.experts')}
        data={experts}
        searchable
        {...form.getInputProps('expertIds')}
      />
    </>
  );
}

function Said({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t('partners:visit.said')}
        autosize
        minRows={3}
        maxRows={14}
        {...form.getInputProps('said')}
      />
      <Textarea
        label={t('partners:visit.outcome')}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('outcome')}
      />
    </>
  );
}

interface VisitDrawerProps {
  /** Null: a new one. */
  visit: VisitRow | null;
  /** Partner of a new one; null: to be chosen. */
  partnerId: string | null;
  onClose: () => void;
  onStored?: (id: string) => void;
  onRemoved?: () => void;
}

/** Form of a visit or meeting. */
export function VisitDrawer(props: VisitDrawerProps): ReactNode {
  const { visit, partnerId, onClose, onStored, onRemoved } = props;
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const partners = useRouteQuery('partners.list', {}).data?.partners ?? [];
  const save = useCommand('partners.saveVisit', { quiet: true });
  const remove = useCommand('partners.removeVisit', { offerUndo: true });
  const form = useForm<FormValues>({
    initialValues: visit === null ? { ...emptyVisit, date: todayHere(), partnerId } : inputOf(visit),
    validate: {
      subject: rules.filledLine,
      place: rules.line,
      said: rules.text,
      outcome: rules.text,
      startTime: rules.time,
      programme: (rows) => rows.map(({ time }) => rules.time(time)).find((wrong) => wrong !== null) ?? null,
      date: (value) => (value === null ? t('common:field.required') : null),
      partnerId: (value) => (value === null ? t('common:field.required') : null),
    },
  });
  const submit = form.onSubmit(({ date, partnerId: chosen, ...values }) => {
    if (date === null || chosen === null) return;
    const programme = values.programme.filter((one) => one.what.trim() !== '');
    const delegation = values.delegation.filter((one) => one.name.trim() !== '');
    const id = visit === null ? {} : { id: visit.id };
    save.mutate(
      { ...values, programme, delegation, date, partnerId: chosen, ...id },
      {
        onSuccess: (stored) => {
          onClose();
          onStored?.(stored.id);
        },
      },
    );
  });
  const removeThis = (): void => {
    if (visit === null) return;
    remove.mutate({ id: visit.id }, { onSuccess: () => (onRemoved ?? onClose)() });
  };
  return (
    <FormDrawer
      command="partners.saveVisit"
      history={<HistoryFold entity="visits" record={visit} />}
      opened
      size={640}
      title={visit === null ? t('partners:visit.addTitle') : t('partners:visit.editTitle')}
      submitLabel={visit === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(visit === null ? {} : { onRemove: removeThis })}
    >
      <TextInput
        label={t('partners:visit.subject')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('subject')}
      />
      {partnerId === null ? (
        <Select
          label={t('partners:field.partner')}
          withAsterisk
          searchable
          data={partners.map((one) => ({ value: one.id, label: one.name }))}
          {...form.getInputProps('partnerId')}
        />
      ) : null}
      <WhenAndWhere form={form} />
      <WhoAndWhat form={form} />
      <Said form={form} />
    </FormDrawer>
  );
}
