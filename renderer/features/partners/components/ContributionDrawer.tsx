import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  contributionKinds,
  type AgreementRow,
  type ContributionInput,
  type ContributionRow,
  type VisitRow,
} from '#shared/contract/partnerRecords.ts';
import { useCommand } from '../../../client/queries.ts';
import { todayHere } from '../../../i18n/today.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { useGroupedCompetencies } from '../useGroupedCompetencies.ts';
import { agreementTitle } from './AgreementsCard.tsx';

interface FormValues extends Omit<ContributionInput, 'date'> {
  date: string | null;
}

interface ContributionDrawerProps {
  partnerId: string;
  /** The visit that a new one came from. */
  visitId: string | null;
  agreements: readonly AgreementRow[];
  visits: readonly VisitRow[];
  /** Null: a new one. */
  contribution: ContributionRow | null;
  onClose: () => void;
}

function initialOf({ partnerId, visitId, contribution }: ContributionDrawerProps): FormValues {
  if (contribution !== null) {
    const { id: _, ...input } = contribution;
    return input;
  }
  return {
    partnerId,
    kind: 'equipment',
    date: todayHere(),
    what: '',
    quantity: 1,
    valueTenge: null,
    competencyId: null,
    agreementId: null,
    visitId,
    notes: '',
  };
}

/** Form of what a partner gave. */
export function ContributionDrawer(props: ContributionDrawerProps): ReactNode {
  const { agreements, visits, contribution, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const rules = fieldRules(t);
  const competencies = useGroupedCompetencies();
  const save = useCommand('partners.saveContribution', { quiet: true });
  const remove = useCommand('partners.removeContribution', { offerUndo: true });
  const form = useForm<FormValues>({
    initialValues: initialOf(props),
    validate: {
      what: rules.filledLine,
      notes: rules.text,
      date: (value) => (value === null ? t('common:field.required') : null),
    },
  });
  const submit = form.onSubmit(({ date, ...values }) => {
    if (date === null) return;
    const id = contribution === null ? {} : { id: contribution.id };
    save.mutate({ ...values, date, ...id }, { onSuccess: onClose });
  });
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('common:action.clear') } };
  return (
    <FormDrawer
      command="partners.saveContribution"
      history={<HistoryFold entity="contributions" record={contribution} />}
      opened
      title={
        contribution === null ? t('partners:contribution.addTitle') : t('partners:contribution.editTitle')
      }
      submitLabel={contribution === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(contribution === null
        ? {}
        : { onRemove: () => remove.mutate({ id: contribution.id }, { onSuccess: onClose }) })}
    >
      <TextInput
        label={t('partners:contribution.what')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('what')}
      />
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('partners:contribution.kind')}
          data={contributionKinds.map((value) => ({
            value,
            label: t(`partners:contributionKind.${value}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <DateField
          label={t('partners:contribution.date')}
          required
          value={form.values.date}
          onChange={(day) => form.setFieldValue('date', day)}
          error={form.errors['date']}
        />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <NumberInput
          label={t('partners:contribution.quantity')}
          description={t(`partners:quantityHint.${form.values.kind}`)}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          value={form.values.quantity}
          onChange={(value) => form.setFieldValue('quantity', typeof value === 'number' ? value : 0)}
        />
        <NumberInput
          label={t('partners:contribution.value')}
          description={t('partners:contribution.valueHint')}
          min={0}
          allowDecimal={false}
          thousandSeparator={' '}
          value={form.values.valueTenge ?? ''}
          onChange={(value) => form.setFieldValue('valueTenge', typeof value === 'number' ? value : null)}
        />
      </Group>
      <Select
        label={t('partners:contribution.competency')}
        data={competencies}
        searchable
        {...clear}
        {...form.getInputProps('competencyId')}
      />
      <Select
        label={t('partners:contribution.agreement')}
        data={agreements.map((one) => ({ value: one.id, label: agreementTitle(one) }))}
        {...clear}
        {...form.getInputProps('agreementId')}
      />
      <Select
        label={t('partners:agreement.visit')}
        data={visits.map((one) => ({ value: one.id, label: `${format.date(one.date)} · ${one.subject}` }))}
        {...clear}
        {...form.getInputProps('visitId')}
      />
      <Textarea
        label={t('partners:field.notes')}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('notes')}
      />
    </FormDrawer>
  );
}
