import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  agreementSides,
  obligationStates,
  type AgreementRow,
  type ObligationInput,
  type ObligationRow,
} from '#shared/contract/partnerRecords.ts';
import { useCommand } from '../../../client/queries.ts';
import { useExpertChoices } from '../../../client/usePeople.ts';
import { todayHere } from '../../../i18n/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { PersonField } from '../../../ui/PersonField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';

function inputOf(row: ObligationRow): ObligationInput {
  const { id: _, responsibleName: __, ...input } = row;
  return input;
}

interface ObligationDrawerProps {
  agreement: Pick<AgreementRow, 'id' | 'kind'>;
  /** Null: a new one. */
  obligation: ObligationRow | null;
  onClose: () => void;
}

/** Form of an obligation. */
export function ObligationDrawer({ agreement, obligation, onClose }: ObligationDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const experts = useExpertChoices();
  const save = useCommand('partners.saveObligation', { quiet: true });
  const remove = useCommand('partners.removeObligation', { offerUndo: true });
  const form = useForm<ObligationInput>({
    initialValues:
      obligation === null
        ? {
            agreementId: agreement.id,
            side: 'partner',
            what: '',
            dueDate: null,
            responsibleId: null,
            responsible: '',
            state: 'open',
            doneDate: null,
            notes: '',
          }
        : inputOf(obligation),
    validate: { what: rules.filledLine, responsible: rules.line, notes: rules.text },
  });
  // Only an agreement of three has a third side.
  const sides = agreementSides.filter(
    (side) => side !== 'third' || agreement.kind === 'three_sided' || obligation?.side === 'third',
  );
  const submit = form.onSubmit((values) => {
    const doneDate = values.state === 'done' ? (values.doneDate ?? todayHere()) : null;
    const input = { ...values, doneDate, ...(obligation === null ? {} : { id: obligation.id }) };
    save.mutate(input, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="partners.saveObligation"
      history={<HistoryFold entity="obligations" record={obligation} />}
      opened
      title={obligation === null ? t('partners:obligation.addTitle') : t('partners:obligation.editTitle')}
      submitLabel={obligation === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(obligation === null
        ? {}
        : { onRemove: () => remove.mutate({ id: obligation.id }, { onSuccess: onClose }) })}
    >
      <TextInput
        label={t('partners:obligation.what')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('what')}
      />
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('partners:obligation.side')}
          data={sides.map((value) => ({ value, label: t(`partners:side.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('side')}
        />
        <DateField
          label={t('partners:obligation.dueDate')}
          value={form.values.dueDate}
          onChange={(day) => form.setFieldValue('dueDate', day)}
        />
      </Group>
      <PersonField
        label={t('partners:obligation.responsible')}
        description={t('partners:obligation.responsibleHint')}
        people={experts}
        id={form.values.responsibleId}
        text={form.values.responsible}
        onChange={({ id, text }) => form.setValues({ responsibleId: id, responsible: text })}
      />
      <Select
        label={t('partners:obligation.state')}
        data={obligationStates.map((value) => ({ value, label: t(`partners:obligationState.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('state')}
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
