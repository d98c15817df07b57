import { Autocomplete, Group, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sexes, type StudentInput } from '#shared/contract/people.ts';
import { localDay } from '#shared/lib/localDay.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { ageOn } from '../age.ts';
import { useStudents } from '../people.queries.ts';
import { consents, statuses } from '../studentChoices.ts';
import { commonValues } from '../studentForm.ts';

const COURSES = [1, 2, 3, 4, 5, 6] as const;
const ADULT = 18;

/** Fields of the form of a student. */
export function StudentFields({ form }: { form: UseFormReturnType<StudentInput> }): ReactNode {
  const { t } = useTranslation();
  const students = useStudents('').data?.students;
  const groups = useMemo(() => commonValues(students ?? [], (row) => row.groupName), [students]);
  const specialities = useMemo(() => commonValues(students ?? [], (row) => row.speciality), [students]);
  const { birthDate, consent } = form.values;
  const today = localDay(new Date());
  const isMinor = birthDate !== null && ageOn(birthDate, today) < ADULT;
  return (
    <>
      <TextInput
        label={t('people:field.surname')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('surname')}
      />
      <TextInput label={t('people:field.givenName')} withAsterisk {...form.getInputProps('givenName')} />
      <TextInput label={t('people:field.patronymic')} {...form.getInputProps('patronymic')} />
      <Group grow gap="sm" align="flex-start">
        <DateField
          label={t('people:field.birthDate')}
          maxDate={today}
          value={birthDate}
          onChange={(day) => form.setFieldValue('birthDate', day)}
          error={form.errors['birthDate']}
        />
        <Select
          label={t('people:field.sex')}
          data={sexes.map((value) => ({ value, label: t(`people:sex.${value}`) }))}
          value={form.values.sex}
          onChange={(sex) => form.setFieldValue('sex', sex)}
          clearable
          clearButtonProps={{ 'aria-label': t('common:action.clear') }}
        />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <Autocomplete
          label={t('people:field.group')}
          data={groups}
          limit={8}
          {...form.getInputProps('groupName')}
        />
        <Select
          label={t('people:field.course')}
          data={COURSES.map((course) => ({ value: course, label: String(course) }))}
          value={form.values.course}
          onChange={(course) => form.setFieldValue('course', course)}
          error={form.errors['course']}
          clearable
          clearButtonProps={{ 'aria-label': t('common:action.clear') }}
        />
      </Group>
      <Autocomplete
        label={t('people:field.speciality')}
        data={specialities}
        limit={8}
        {...form.getInputProps('speciality')}
      />
      <Select
        label={t('people:field.status')}
        data={statuses.map((value) => ({ value, label: t(`people:status.${value}`) }))}
        value={form.values.status}
        onChange={(status) => status !== null && form.setFieldValue('status', status)}
        allowDeselect={false}
      />
      <Select
        label={t('people:field.consent')}
        description={isMinor ? t('people:field.consentOfMinor') : t('people:field.consentHint')}
        data={consents.map((value) => ({ value, label: t(`people:consent.${value}`) }))}
        value={consent}
        onChange={(value) => value !== null && form.setFieldValue('consent', value)}
        allowDeselect={false}
      />
      {consent === 'unknown' ? null : (
        <DateField
          label={t('people:field.consentDate')}
          width={220}
          maxDate={today}
          value={form.values.consentDate}
          onChange={(day) => form.setFieldValue('consentDate', day)}
        />
      )}
      <Textarea
        label={t('people:field.notes')}
        description={t('people:field.notesHint')}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps('notes')}
      />
    </>
  );
}
