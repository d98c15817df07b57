import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudentInput, StudentListRow, StudentRow } from '#shared/contract/people.ts';
import { useCommand } from '../../../client/queries.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { useFindDuplicates } from '../people.queries.ts';
import { emptyStudent, studentInputOf } from '../studentForm.ts';
import { DuplicateWarning } from './DuplicateWarning.tsx';
import { StudentFields } from './StudentFields.tsx';

interface StudentDrawerProps {
  opened: boolean;
  /** The student to change; null: a new one. */
  student: StudentRow | null;
  onClose: () => void;
  /** The id of the student that was stored. */
  onStored?: (id: string) => void;
}

/** Form of a student. Someone with the same name is told about before storing, once; storing goes on all the same. */
export function StudentDrawer({ opened, student, onClose, onStored }: StudentDrawerProps): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const create = useCommand('people.createStudent', { quiet: true });
  const update = useCommand('people.updateStudent', { quiet: true });
  const findDuplicates = useFindDuplicates();
  const [warnedOf, setWarnedOf] = useState<StudentListRow[]>([]);
  const form = useForm<StudentInput>({
    initialValues: student === null ? emptyStudent : studentInputOf(student),
    validate: {
      surname: rules.filledLine,
      givenName: rules.filledLine,
      patronymic: rules.line,
      groupName: rules.line,
      speciality: rules.line,
      notes: rules.text,
    },
    onValuesChange: (now, before) => {
      const isSamePerson =
        now.surname === before.surname &&
        now.givenName === before.givenName &&
        now.birthDate === before.birthDate;
      if (!isSamePerson) setWarnedOf([]);
    },
  });

  const store = async (values: StudentInput): Promise<void> => {
    if (warnedOf.length === 0) {
      const found = await findDuplicates(values, student?.id);
      setWarnedOf(found);
      if (found.length > 0) return;
    }
    const id =
      student === null
        ? (await create.mutateAsync(values)).id
        : await update.mutateAsync({ ...values, id: student.id }).then(() => student.id);
    onClose();
    onStored?.(id);
  };
  const submit = form.onSubmit((values) => {
    // A refusal is shown in the foot of the form by the command's own state.
    void store(values).catch(() => undefined);
  });

  const isNew = student === null;
  const verb = isNew ? t('common:action.add') : t('common:action.save');
  return (
    <FormDrawer
      command="people.createStudent"
      opened={opened}
      title={isNew ? t('people:student.addTitle') : t('people:student.editTitle')}
      submitLabel={warnedOf.length > 0 ? t('people:duplicate.goOn') : verb}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <StudentFields form={form} />
      {warnedOf.length > 0 ? <DuplicateWarning students={warnedOf} /> : null}
    </FormDrawer>
  );
}
