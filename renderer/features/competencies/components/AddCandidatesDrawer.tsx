import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateRow } from '#shared/contract/competencies.ts';
import type { StudentListRow } from '#shared/contract/people.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { useCompareText } from '../../../i18n/useLanguage.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { MultiPicker } from '../../../ui/MultiPicker.tsx';
import type { PickerItem } from '../../../ui/MultiPicker.tsx';
import styles from './CompetencyPage.module.css';

interface AddCandidatesDrawerProps {
  competencyId: string;
  /** Who is in the squad already. */
  squad: readonly CandidateRow[];
  onClose: () => void;
}

const itemOf = (student: StudentListRow): PickerItem => ({
  id: student.id,
  label: fullName(student),
  detail: student.groupName,
});

/** Adds many students to a squad at once. Only those who study now and are not in it yet are offered. */
export function AddCandidatesDrawer({ competencyId, squad, onClose }: AddCandidatesDrawerProps): ReactNode {
  const { t } = useTranslation();
  const compareText = useCompareText();
  const [search, setSearch] = useState('');
  const [groupName, setGroupName] = useState<string | null>(null);
  const [chosen, setChosen] = useState<PickerItem[]>([]);
  const add = useCommand('competencies.addCandidates', { quiet: true });
  const text = search.trim();
  const found = useRouteQuery('people.listStudents', text === '' ? {} : { search: text }, {
    keepPrevious: true,
  });
  const students = useMemo(() => {
    const taken = new Set(squad.map((row) => row.studentId));
    return (found.data?.students ?? [])
      .filter((student) => student.status === 'active' && !taken.has(student.id))
      .sort((a, b) => compareText(fullName(a), fullName(b)));
  }, [found.data, squad, compareText]);
  const groups = useMemo(
    () => [...new Set(students.map((student) => student.groupName))].filter(Boolean).sort(compareText),
    [students, compareText],
  );
  const items = students
    .filter((student) => groupName === null || student.groupName === groupName)
    .map(itemOf);
  return (
    <FormDrawer
      command="competencies.addCandidates"
      opened
      title={t('competencies:squad.addTitle')}
      submitLabel={t('competencies:squad.addChosen', { count: chosen.length })}
      isDirty={chosen.length > 0}
      isSubmitting={add.isPending}
      error={add.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length === 0) return;
        add.mutate({ competencyId, studentIds: chosen.map(({ id }) => id) }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <div className={styles['picker']}>
        <MultiPicker
          label={t('competencies:squad.searchStudents')}
          items={items}
          chosen={chosen}
          onChange={setChosen}
          search={search}
          onSearch={setSearch}
          emptyText={t('competencies:squad.noStudents')}
          filters={
            <Select
              aria-label={t('competencies:candidate.group')}
              placeholder={t('competencies:squad.anyGroup')}
              data={groups}
              value={groupName}
              onChange={setGroupName}
              clearable
              clearButtonProps={{ 'aria-label': t('common:action.clear') }}
            />
          }
        />
      </div>
    </FormDrawer>
  );
}
