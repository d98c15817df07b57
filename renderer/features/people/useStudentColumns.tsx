import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudentListRow } from '#shared/contract/people.ts';
import { fullName, localized } from '../../i18n/names.ts';
import { useFormat, useLanguage } from '../../i18n/useLanguage.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import type { GridColumn } from '../../ui/gridTypes.ts';
import { useCompetenciesById } from './people.queries.ts';
import { consentTones, consents, statusTones, statuses } from './studentChoices.ts';

/** Columns of the list of students. */
export function useStudentColumns(): readonly GridColumn<StudentListRow>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const competencies = useCompetenciesById();
  return useMemo(() => {
    const squadsOf = (row: StudentListRow): string =>
      row.competencyIds
        .flatMap((id) => competencies.get(id) ?? [])
        .map((competency) => localized(competency.name, language))
        .join(', ');
    return [
      { id: 'name', header: t('people:field.name'), value: fullName, width: '2.6fr', minWidth: 220 },
      {
        id: 'group',
        header: t('people:field.group'),
        value: (row) => row.groupName || null,
        width: 110,
        minWidth: 110,
      },
      {
        id: 'course',
        header: t('people:field.course'),
        value: (row) => row.course,
        width: 86,
        minWidth: 86,
        align: 'end',
      },
      {
        id: 'birthDate',
        header: t('people:field.birthDate'),
        value: (row) => row.birthDate,
        cell: (row) => (row.birthDate === null ? null : format.day(row.birthDate)),
        width: 128,
        minWidth: 128,
      },
      {
        id: 'squads',
        header: t('people:field.squads'),
        value: (row) => squadsOf(row) || null,
        width: '2fr',
        minWidth: 180,
      },
      {
        id: 'status',
        header: t('people:field.status'),
        value: (row) => statuses.indexOf(row.status),
        cell: (row) => (
          <StatusBadge tone={statusTones[row.status]}>{t(`people:status.${row.status}`)}</StatusBadge>
        ),
        width: 150,
        minWidth: 150,
      },
      {
        id: 'consent',
        header: t('people:field.consentShort'),
        value: (row) => consents.indexOf(row.consent),
        cell: (row) => (
          <StatusBadge tone={consentTones[row.consent]}>{t(`people:consent.${row.consent}`)}</StatusBadge>
        ),
        width: 150,
        minWidth: 150,
      },
    ];
  }, [t, language, format, competencies]);
}
