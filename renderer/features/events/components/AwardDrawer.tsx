import { Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { awardKinds, type AwardInput, type AwardRow } from '#shared/contract/developmentEvents.ts';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { useCommand } from '../../../client/queries.ts';
import { todayHere } from '../../../i18n/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';

interface FormValues extends Omit<AwardInput, 'date'> {
  date: string | null;
}

function initialOf(studentId: string, award: AwardRow | null): FormValues {
  if (award === null)
    return { studentId, kind: 'championship', title: '', issuer: '', date: todayHere(), result: '' };
  const { id: _, ...input } = award;
  return input;
}

interface AwardDrawerProps {
  studentId: string;
  /** Null: a new one. */
  award: AwardRow | null;
  onClose: () => void;
}

/** Form of a result at a championship, a certificate, a diploma. */
export function AwardDrawer({ studentId, award, onClose }: AwardDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const save = useCommand('events.saveAward', { quiet: true });
  const remove = useCommand('events.removeAward', { offerUndo: true });
  const form = useForm<FormValues>({
    initialValues: initialOf(studentId, award),
    validate: {
      title: rules.filledLine,
      issuer: rules.line,
      result: rules.line,
      date: (value) => (value === null ? t('common:field.required') : null),
    },
  });
  const submit = form.onSubmit(({ date, ...values }) => {
    if (date === null) return;
    save.mutate({ ...values, date, ...(award === null ? {} : { id: award.id }) }, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="events.saveAward"
      history={<HistoryFold entity="student_awards" record={award} />}
      opened
      title={award === null ? t('events:award.addTitle') : t('events:award.editTitle')}
      submitLabel={award === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(award === null ? {} : { onRemove: () => remove.mutate({ id: award.id }, { onSuccess: onClose }) })}
    >
      <TextInput
        label={t('events:award.what')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('events:award.kind')}
          data={awardKinds.map((value) => ({ value, label: t(`events:awardKind.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <DateField
          label={t('events:award.date')}
          required
          value={form.values.date}
          onChange={(day) => form.setFieldValue('date', day)}
          error={form.errors['date']}
        />
      </Group>
      <TextInput label={t('events:award.result')} {...form.getInputProps('result')} />
      <TextInput label={t('events:award.issuer')} {...form.getInputProps('issuer')} />
      {award === null ? null : <Attachments entity="student_awards" ownerId={award.id} />}
    </FormDrawer>
  );
}
