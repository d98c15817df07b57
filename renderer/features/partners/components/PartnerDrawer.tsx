import { Autocomplete, Group, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  partnerSectors,
  partnerStates,
  type PartnerInput,
  type PartnerRow,
} from '#shared/contract/partnerRecords.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { RowsField } from '../../../ui/RowsField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { useGroupedCompetencies } from '../useGroupedCompetencies.ts';

const emptyPartner: PartnerInput = {
  name: '',
  sector: 'other',
  region: '',
  address: '',
  bin: '',
  website: '',
  state: 'active',
  contacts: [],
  competencyIds: [],
  notes: '',
};

function inputOf(row: PartnerRow): PartnerInput {
  const { id: _, updatedAt: __, ...input } = row;
  return input;
}

interface PartnerDrawerProps {
  /** Null: a new one. */
  partner: PartnerRow | null;
  onClose: () => void;
  onStored?: (id: string) => void;
}

/** Form of a partner. */
export function PartnerDrawer({ partner, onClose, onStored }: PartnerDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const competencies = useGroupedCompetencies();
  const known = useRouteQuery('partners.list', {}).data?.partners ?? [];
  const regions = [...new Set(known.map((one) => one.region))].filter((name) => name !== '');
  const save = useCommand('partners.save', { quiet: true });
  const form = useForm<PartnerInput>({
    initialValues: partner === null ? emptyPartner : inputOf(partner),
    validate: { name: rules.filledLine, region: rules.line, address: rules.line, notes: rules.text },
  });
  const submit = form.onSubmit((values) => {
    const contacts = values.contacts.filter((one) => one.name.trim() !== '');
    const input = { ...values, contacts, ...(partner === null ? {} : { id: partner.id }) };
    save.mutate(input, {
      onSuccess: ({ id }) => {
        onClose();
        onStored?.(id);
      },
    });
  });
  return (
    <FormDrawer
      command="partners.save"
      history={<HistoryFold entity="partners" record={partner} />}
      opened
      size={600}
      title={partner === null ? t('partners:partner.addTitle') : t('partners:partner.editTitle')}
      submitLabel={partner === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('partners:field.name')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('partners:field.sector')}
          data={partnerSectors.map((value) => ({ value, label: t(`partners:sector.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('sector')}
        />
        <Select
          label={t('partners:field.state')}
          data={partnerStates.map((value) => ({ value, label: t(`partners:state.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('state')}
        />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <Autocomplete
          label={t('partners:field.region')}
          data={regions}
          limit={8}
          {...form.getInputProps('region')}
        />
        <TextInput label={t('partners:field.bin')} inputMode="numeric" {...form.getInputProps('bin')} />
      </Group>
      <TextInput label={t('partners:field.address')} {...form.getInputProps('address')} />
      <TextInput label={t('partners:field.website')} {...form.getInputProps('website')} />
      <RowsField
        label={t('partners:field.contacts')}
        addLabel={t('partners:contact.add')}
        columns={[
          { key: 'name', label: t('partners:contact.name') },
          { key: 'position', label: t('partners:contact.position') },
          { key: 'phone', label: t('partners:contact.phone'), type: 'tel' },
          { key: 'email', label: t('partners:contact.email'), type: 'email' },
        ]}
        rows={form.values.contacts}
        empty={{ name: '', position: '', phone: '', email: '' }}
        onChange={(contacts) => form.setFieldValue('contacts', contacts)}
      />
      <MultiSelect
        label={t('partners:field.competencies')}
        description={t('partners:field.competenciesHint')}
        data={competencies}
        searchable
        {...form.getInputProps('competencyIds')}
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
