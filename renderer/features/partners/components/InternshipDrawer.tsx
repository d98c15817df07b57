import { Group, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  internshipStates,
  type InternshipInput,
  type InternshipRow,
} from '#shared/contract/partnerRecords.ts';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useExpertChoices, useStudentChoices } from '../../../client/usePeople.ts';
import { localized } from '../../../i18n/names.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { PersonField } from '../../../ui/PersonField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import styles from '../partners.module.css';
import { useGroupedCompetencies } from '../useGroupedCompetencies.ts';

interface FormValues extends Omit<InternshipInput, 'studentId' | 'startDate' | 'endDate'> {
  studentId: string | null;
  startDate: string | null;
  endDate: string | null;
}
type Form = UseFormReturnType<FormValues>;

const LEVELS = [0, 1, 2, 3] as const;
/** Forty hours a week. */
const FULL_WEEK = 2400;

interface InternshipDrawerProps {
  partnerId: string;
  /** Null: a new one. */
  internship: InternshipRow | null;
  onClose: () => void;
}

function initialOf({ partnerId, internship }: InternshipDrawerProps): FormValues {
  if (internship !== null) {
    const { id: _, partnerName: __, studentName: ___, mentorName: ____, ...input } = internship;
    return input;
  }
  return {
    studentId: null,
    partnerId,
    competencyId: null,
    mentorId: null,
    mentor: '',
    startDate: null,
    endDate: null,
    place: '',
    weeklyMinutes: FULL_WEEK,
    doneMinutes: null,
    state: 'planned',
    tasks: '',
    sections: [],
    conclusion: '',
  };
}

function SectionLevels({ form, competencyId }: { form: Form; competencyId: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const competency = useRouteQuery('competencies.get', { id: competencyId });
  const { sections } = form.values;
  const setLevel = (number: number, level: number | null): void => {
    const others = sections.filter((one) => one.number !== number);
    form.setFieldValue('sections', level === null ? others : [...others, { number, level }]);
  };
  const rows = competency.data?.sections ?? [];
  if (rows.length === 0) return null;
  return (
    <fieldset className={styles['levels']}>
      <legend>{t('partners:internship.sections')}</legend>
      <p className={styles['hint']}>{t('partners:internship.sectionsHint')}</p>
      {rows.map((section) => {
        const name = `${section.number}. ${localized(section.name, language)}`;
        const level = sections.find((one) => one.number === section.number)?.level;
        return (
          <div key={section.id} className={styles['level']}>
            <span>{name}</span>
            <Select
              size="xs"
              aria-label={name}
              placeholder={t('partners:level.none')}
              data={LEVELS.map((value) => ({ value: String(value), label: t(`partners:level.${value}`) }))}
              value={level === undefined ? null : String(level)}
              onChange={(value) => setLevel(section.number, value === null ? null : Number(value))}
              clearable
              clearButtonProps={{ 'aria-label': t('common:action.clear') }}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

function HourFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const hours = (value: string | number): number | null =>
    typeof value === 'number' ? Math.round(value * 60) : null;
  return (
    <Group grow gap="sm" align="flex-start">
      <NumberInput
        label={t('partners:internship.weeklyHours')}
        description={t('partners:internship.weeklyHint')}
        min={0}
        max={168}
        decimalScale={1}
        value={form.values.weeklyMinutes / 60}
        onChange={(value) => form.setFieldValue('weeklyMinutes', hours(value) ?? 0)}
      />
      <NumberInput
        label={t('partners:internship.doneHours')}
        description={t('partners:internship.doneHint')}
        min={0}
        max={10_000}
        decimalScale={1}
        value={form.values.doneMinutes === null ? '' : form.values.doneMinutes / 60}
        onChange={(value) => form.setFieldValue('doneMinutes', hours(value))}
      />
    </Group>
  );
}

/** Form of an internship with what the mentor found by section of the standard. */
export function InternshipDrawer(props: InternshipDrawerProps): ReactNode {
  const { internship, onClose } = props;
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const experts = useExpertChoices();
  const students = useStudentChoices();
  const competencies = useGroupedCompetencies();
  const save = useCommand('partners.saveInternship', { quiet: true });
  const remove = useCommand('partners.removeInternship', { offerUndo: true });
  const required = (value: string | null): string | null =>
    value === null ? t('common:field.required') : null;
  const form = useForm<FormValues>({
    initialValues: initialOf(props),
    validate: {
      studentId: required,
      startDate: required,
      endDate: (value, { startDate }) =>
        required(value) ??
        (value !== null && startDate !== null && value < startDate
          ? t('partners:agreement.endBefore')
          : null),
      place: rules.line,
      tasks: rules.text,
      conclusion: rules.text,
    },
  });
  const submit = form.onSubmit(({ studentId, startDate, endDate, ...values }) => {
    if (studentId === null || startDate === null || endDate === null) return;
    const id = internship === null ? {} : { id: internship.id };
    save.mutate({ ...values, studentId, startDate, endDate, ...id }, { onSuccess: onClose });
  });
  const dateField = (name: 'startDate' | 'endDate'): ReactNode => (
    <DateField
      label={t(`partners:internship.${name}`)}
      required
      value={form.values[name]}
      onChange={(day) => form.setFieldValue(name, day)}
      error={form.errors[name]}
    />
  );
  return (
    <FormDrawer
      command="partners.saveInternship"
      history={<HistoryFold entity="internships" record={internship} />}
      opened
      size={620}
      title={internship === null ? t('partners:internship.addTitle') : t('partners:internship.editTitle')}
      submitLabel={internship === null ? t('common:action.add') : t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
      {...(internship === null
        ? {}
        : { onRemove: () => remove.mutate({ id: internship.id }, { onSuccess: onClose }) })}
    >
      <Select
        label={t('partners:internship.student')}
        data={students}
        searchable
        limit={50}
        withAsterisk
        data-autofocus
        {...form.getInputProps('studentId')}
      />
      <Select
        label={t('partners:contribution.competency')}
        data={competencies}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common:action.clear') }}
        {...form.getInputProps('competencyId')}
      />
      <Group grow gap="sm" align="flex-start">
        {dateField('startDate')}
        {dateField('endDate')}
      </Group>
      <HourFields form={form} />
      <Group grow gap="sm" align="flex-start">
        <TextInput label={t('partners:internship.place')} {...form.getInputProps('place')} />
        <Select
          label={t('partners:internship.state')}
          data={internshipStates.map((value) => ({ value, label: t(`partners:internshipState.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('state')}
        />
      </Group>
      <PersonField
        label={t('partners:internship.mentor')}
        people={experts}
        id={form.values.mentorId}
        text={form.values.mentor}
        onChange={({ id, text }) => form.setValues({ mentorId: id, mentor: text })}
      />
      <Textarea
        label={t('partners:internship.tasks')}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('tasks')}
      />
      {form.values.competencyId === null ? null : (
        <SectionLevels form={form} competencyId={form.values.competencyId} />
      )}
      <Textarea
        label={t('partners:internship.conclusion')}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('conclusion')}
      />
      {internship === null ? null : (
        <section>
          <Text component="h3" size="sm" fw={600} mb={6}>
            {t('partners:internship.files')}
          </Text>
          <Attachments entity="internships" ownerId={internship.id} />
        </section>
      )}
    </FormDrawer>
  );
}
