import { Group, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  agreementKinds,
  type AgreementInput,
  type AgreementRow,
  type VisitRow,
} from '#shared/contract/partnerRecords.ts';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';

interface FormValues extends Omit<AgreementInput, 'startDate'> {
  startDate: string | null;
}

const emptyAgreement: Omit<FormValues, 'partnerId' | 'visitId'> = {
  kind: 'two_sided',
  thirdParty: '',
  number: '',
  subject: '',
  collegeSignatory: '',
  partnerSignatory: '',
  thirdSignatory: '',
  startDate: null,
  endDate: null,
  renewalMonths: 0,
  terminatedDate: null,
  notes: '',
};

function inputOf(row: AgreementRow): AgreementInput {
  const { id: _, partnerName: __, obligations: ___, ...input } = row;
  return input;
}

interface AgreementDrawerProps {
  partnerId: string;
  /** The visit that a new agreement comes from. */
  visitId: string | null;
  visits: readonly VisitRow[];
  /** Null: a new one. */
  agreement: AgreementRow | null;
  onClose: () => void;
}

/** Form of an agreement. */
export function AgreementDrawer(props: AgreementDrawerProps): ReactNode {
  const { partnerId, visitId, visits, agreement, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const rules = fieldRules(t);
  const save = useCommand('partners.saveAgreement', { quiet: true });
  const remove = useCommand('partners.removeAgreement', { offerUndo: true });
  const form = useForm<FormValues>({
    initialValues: agreement === null ? { ...emptyAgreement, partnerId, visitId } : inputOf(agreement),
    validate: {
      subject: rules.filledLine,
      number: rules.line,
      thirdParty: (value, { kind }) => (kind === 'three_sided' ? rules.filledLine(value) : null),
      startDate: (value) => (value === null ? t('common:field.required') : null),
      endDate: (value, { startDate }) =>
        value !== null && startDate !== null && value < startDate ? t('partners:agreement.endBefore') : null,
    },
  });
  const submit = form.onSubmit(({ startDate, ...values }) => {
    if (startDate === null) return;
    const input = { ...values, startDate, ...(agreement === null ? {} : { id: agreement.id }) };
    save.mutate(input, { onSuccess: onClose });
  });
  const dateField = (name: 'startDate' | 'endDate' | 'terminatedDate', required = false): ReactNode => (
    <DateField
      label={t(`partners:agreement.${name}`)}
      required={required}
      value={form.values[name]}
      onChange={(day) => form.setFieldValue(name, day)}
      error={form.errors[name]}
    />
  );
  return (
    <FormDrawer
      command="partners.saveAgreement"
      history={<HistoryFold entity="agreements" record={agreement} />}
      opened
      size={600}
      title={agreement === null ? t('partners:agreement.addTitle') : t('partners:agreement.editTitle')}
      submitLabel={agreement === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(agreement === null
        ? {}
        : { onRemove: () => remove.mutate({ id: agreement.id }, { onSuccess: onClose }) })}
    >
      <TextInput
        label={t('partners:agreement.subject')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('subject')}
      />
      <Group grow gap="sm" align="flex-start">
        <TextInput label={t('partners:agreement.number')} {...form.getInputProps('number')} />
        <Select
          label={t('partners:agreement.kind')}
          data={agreementKinds.map((value) => ({ value, label: t(`partners:agreementKind.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
      </Group>
      <Group grow gap="sm" align="flex-start">
        {dateField('startDate', true)}
        {dateField('endDate')}
      </Group>
      <Group grow gap="sm" align="flex-start">
        <NumberInput
          label={t('partners:agreement.renewalMonths')}
          description={t('partners:agreement.renewalHint')}
          min={0}
          max={120}
          allowDecimal={false}
          value={form.values.renewalMonths}
          onChange={(value) => form.setFieldValue('renewalMonths', typeof value === 'number' ? value : 0)}
        />
        {dateField('terminatedDate')}
      </Group>
      <TextInput
        label={t('partners:agreement.collegeSignatory')}
        {...form.getInputProps('collegeSignatory')}
      />
      <TextInput
        label={t('partners:agreement.partnerSignatory')}
        {...form.getInputProps('partnerSignatory')}
      />
      {form.values.kind === 'three_sided' ? (
        <Group grow gap="sm" align="flex-start">
          <TextInput
            label={t('partners:agreement.thirdParty')}
            withAsterisk
            {...form.getInputProps('thirdParty')}
          />
          <TextInput
            label={t('partners:agreement.thirdSignatory')}
            {...form.getInputProps('thirdSignatory')}
          />
        </Group>
      ) : null}
      <Select
        label={t('partners:agreement.visit')}
        data={visits.map((one) => ({ value: one.id, label: `${format.date(one.date)} · ${one.subject}` }))}
        clearable
        clearButtonProps={{ 'aria-label': t('common:action.clear') }}
        {...form.getInputProps('visitId')}
      />
      <Textarea
        label={t('partners:field.notes')}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('notes')}
      />
      {agreement === null ? null : (
        <section aria-label={t('partners:agreement.scan')}>
          <Text size="sm" fw={500}>
            {t('partners:agreement.scan')}
          </Text>
          <Attachments entity="agreements" ownerId={agreement.id} />
        </section>
      )}
    </FormDrawer>
  );
}
