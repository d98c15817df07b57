import { Autocomplete, Group, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  eventKinds,
  eventStates,
  growthAims,
  type EventInput,
  type EventRow,
} from '#shared/contract/developmentEvents.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useMay } from '../../../client/useAccess.ts';
import { useExpertChoices } from '../../../client/usePeople.ts';
import { todayHere } from '../../../i18n/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { PersonField } from '../../../ui/PersonField.tsx';
import { TimeField } from '../../../ui/TimeField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';

interface FormValues extends Omit<EventInput, 'date'> {
  date: string | null;
}

function initialOf(event: EventRow | null): FormValues {
  if (event !== null) {
    const {
      id: _,
      organiserName: __,
      partnerName: ___,
      invitedCount: ____,
      presentCount: _5,
      ...input
    } = event;
    return input;
  }
  return {
    kind: 'reading',
    title: '',
    series: '',
    date: todayHere(),
    startTime: '',
    durationMinutes: 90,
    place: '',
    organiserId: null,
    organiser: '',
    partnerId: null,
    aims: [],
    state: 'planned',
    description: '',
  };
}

interface EventDrawerProps {
  /** Null: a new one. */
  event: EventRow | null;
  onClose: () => void;
  onStored?: (id: string) => void;
  onRemoved?: () => void;
}

/** Form of an event. */
export function EventDrawer({ event, onClose, onStored, onRemoved }: EventDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const experts = useExpertChoices();
  const mayReadPartners = useMay('partners.read');
  const partners = useRouteQuery('partners.list', {}, { enabled: mayReadPartners }).data?.partners ?? [];
  const known = useRouteQuery('events.list', {}).data?.events ?? [];
  const series = [...new Set(known.map((one) => one.series))].filter((name) => name !== '');
  const save = useCommand('events.save', { quiet: true });
  const remove = useCommand('events.remove', { offerUndo: true });
  const form = useForm<FormValues>({
    initialValues: initialOf(event),
    validate: {
      title: rules.filledLine,
      series: rules.line,
      place: rules.line,
      description: rules.text,
      startTime: rules.time,
      date: (value) => (value === null ? t('common:field.required') : null),
    },
  });
  const submit = form.onSubmit(({ date, ...values }) => {
    if (date === null) return;
    save.mutate(
      { ...values, date, ...(event === null ? {} : { id: event.id }) },
      {
        onSuccess: ({ id }) => {
          onClose();
          onStored?.(id);
        },
      },
    );
  });
  const removeThis = (): void => {
    if (event === null) return;
    remove.mutate({ id: event.id }, { onSuccess: () => (onRemoved ?? onClose)() });
  };
  return (
    <FormDrawer
      command="events.save"
      history={<HistoryFold entity="development_events" record={event} />}
      opened
      size={600}
      title={event === null ? t('events:event.addTitle') : t('events:event.editTitle')}
      submitLabel={event === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(event === null ? {} : { onRemove: removeThis })}
    >
      <TextInput
        label={t('events:field.title')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('events:field.kind')}
          data={eventKinds.map((value) => ({ value, label: t(`events:kind.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <Autocomplete
          label={t('events:field.series')}
          data={series}
          limit={8}
          {...form.getInputProps('series')}
        />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <DateField
          label={t('events:field.date')}
          required
          value={form.values.date}
          onChange={(day) => form.setFieldValue('date', day)}
          error={form.errors['date']}
        />
        <TimeField label={t('events:field.startTime')} {...form.getInputProps('startTime')} />
        <NumberInput
          label={t('events:field.duration')}
          min={0}
          max={1440}
          allowDecimal={false}
          value={form.values.durationMinutes}
          onChange={(value) => form.setFieldValue('durationMinutes', typeof value === 'number' ? value : 0)}
        />
      </Group>
      <TextInput label={t('events:field.place')} {...form.getInputProps('place')} />
      <PersonField
        label={t('events:field.organiser')}
        description={t('events:field.organiserHint')}
        people={experts}
        id={form.values.organiserId}
        text={form.values.organiser}
        onChange={({ id, text }) => form.setValues({ organiserId: id, organiser: text })}
      />
      <MultiSelect
        label={t('events:field.aims')}
        data={growthAims.map((value) => ({ value, label: t(`events:aim.${value}`) }))}
        {...form.getInputProps('aims')}
      />
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('events:field.state')}
          data={eventStates.map((value) => ({ value, label: t(`events:state.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('state')}
        />
        <Select
          label={t('events:field.partner')}
          data={partners.map((one) => ({ value: one.id, label: one.name }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:action.clear') }}
          {...form.getInputProps('partnerId')}
        />
      </Group>
      <Textarea
        label={t('events:field.description')}
        autosize
        minRows={3}
        maxRows={12}
        {...form.getInputProps('description')}
      />
    </FormDrawer>
  );
}
