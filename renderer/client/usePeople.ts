import { useMemo } from 'react';
import { fullName } from '../i18n/names.ts';
import { useCompareText } from '../i18n/useLanguage.ts';
import { useRouteQuery } from './queries.ts';
import type { Choice } from './useCompetencies.ts';

/** Experts by name, for fields that ask for one. */
export function useExpertChoices(): Choice[] {
  const experts = useRouteQuery('people.listExperts', {}).data?.experts;
  const compareText = useCompareText();
  return useMemo(
    () =>
      (experts ?? [])
        .map((one) => ({ value: one.id, label: fullName(one) }))
        .sort((a, b) => compareText(a.label, b.label)),
    [experts, compareText],
  );
}

/** A student to choose, with the group for telling namesakes apart. */
export interface StudentChoice extends Choice {
  groupName: string;
  isActive: boolean;
}

/** Students by name, for fields that ask for some. */
export function useStudentChoices(): StudentChoice[] {
  const students = useRouteQuery('people.listStudents', {}).data?.students;
  const compareText = useCompareText();
  return useMemo(
    () =>
      (students ?? [])
        .map((one) => ({
          value: one.id,
          label: [fullName(one), one.groupName].filter((part) => part !== '').join(' · '),
          groupName: one.groupName,
          isActive: one.status === 'active',
        }))
        .sort((a, b) => compareText(a.label, b.label)),
    [students, compareText],
  );
}
