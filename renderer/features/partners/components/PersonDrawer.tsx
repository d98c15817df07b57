import { MultiSelect, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { industryRoles, type IndustryInput, type IndustryRow } from '#shared/contract/partnerRecords.ts';
import { useCommand } from '../../../client/queries.ts';
import { useExpertChoices } from '../../../client/usePeople.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { RowsField } from '../../../ui/RowsField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { useGroupedCompetencies } from '../useGroupedCompetencies.ts';
import { PersonConflicts } from './PersonConflicts.tsx';

interface FormValues extends Omit<IndustryInput, 'expertId'> {
  expertId: string | null;
}

interface PersonDrawerProps {
  partnerId: string;
  /** Null: a new one. */
  person: IndustryRow | null;
  onClose: () => void;
}

function initialOf({ partnerId, person }: PersonDrawerProps): FormValues {
  return person === null
    ? { partnerId, expertId: null, role: 'mentor', competencyIds: [], availability: [], notes: '' }
    : {
        partnerId: person.partnerId,
        expertId: person.expertId,
        role: person.role,
        competencyIds: person.competencyIds,
        availability: person.availability,
        notes: person.notes,
      };
}

/** Form of a mentor or judge of a partner. */
export function PersonDrawer(props: PersonDrawerProps): ReactNode {
  const { person, onClose } = props;
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const experts = useExpertChoices();
  const competencies = useGroupedCompetencies();
  const save = useCommand('partners.savePerson', { quiet: true });
  const remove = useCommand('partners.removePerson', { offerUndo: true });
  const form = useForm<FormValues>({
    initialValues: initialOf(props),
    validate: {
      expertId: (value) => (value === null ? t('common:field.required') : null),
      notes: rules.text,
    },
  });
  const submit = form.onSubmit(({ expertId, ...values }) => {
    if (expertId === null) return;
    const availability = values.availability.filter((one) => one.fromDate !== '' && one.toDate !== '');
    const input = { ...values, expertId, availability, ...(person === null ? {} : { id: person.id }) };
    save.mutate(input, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="partners.savePerson"
      history={<HistoryFold entity="industry_people" record={person} />}
      opened
      size={560}
      title={person === null ? t('partners:person.addTitle') : t('partners:person.editTitle')}
      submitLabel={person === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(person === null
        ? {}
        : { onRemove: () => remove.mutate({ id: person.id }, { onSuccess: onClose }) })}
    >
      <Select
        label={t('partners:person.expert')}
        description={
          <>
            {t('partners:person.expertHint')} <Link href="/experts">{t('nav:experts')}</Link>
          </>
        }
        data={experts}
        searchable
        withAsterisk
        {...form.getInputProps('expertId')}
      />
      <Select
        label={t('partners:person.role')}
        data={industryRoles.map((value) => ({ value, label: t(`partners:role.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('role')}
      />
      <MultiSelect
        label={t('partners:field.competencies')}
        data={competencies}
        searchable
        {...form.getInputProps('competencyIds')}
      />
      <RowsField
        label={t('partners:person.availability')}
        addLabel={t('partners:person.availabilityAdd')}
        columns={[
          { key: 'fromDate', label: t('partners:person.from'), type: 'date' },
          { key: 'toDate', label: t('partners:person.to'), type: 'date' },
        ]}
        rows={form.values.availability}
        empty={{ fromDate: '', toDate: '' }}
        onChange={(availability) => form.setFieldValue('availability', availability)}
      />
      <Textarea
        label={t('partners:field.notes')}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('notes')}
      />
      {person === null ? null : <PersonConflicts person={person} />}
    </FormDrawer>
  );
}
