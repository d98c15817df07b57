import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudentRow } from '#shared/contract/people.ts';
import { localDay } from '#shared/lib/localDay.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { ageOn } from '../age.ts';
import { consentTones, statusTones } from '../studentChoices.ts';

/** What is known about a student. */
export function StudentFacts({ student }: { student: StudentRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { birthDate, consent, consentDate, status } = student;
  const birth =
    birthDate === null
      ? null
      : `${format.longDate(birthDate)} · ${t('people:age', { count: ageOn(birthDate, localDay(new Date())) })}`;
  return (
    <Facts
      facts={[
        { term: t('people:field.birthDate'), value: birth },
        { term: t('people:field.sex'), value: student.sex === null ? null : t(`people:sex.${student.sex}`) },
        { term: t('people:field.group'), value: student.groupName },
        { term: t('people:field.course'), value: student.course },
        { term: t('people:field.speciality'), value: student.speciality },
        {
          term: t('people:field.status'),
          value: <StatusBadge tone={statusTones[status]}>{t(`people:status.${status}`)}</StatusBadge>,
        },
        {
          term: t('people:field.consent'),
          value: (
            <>
              <StatusBadge tone={consentTones[consent]}>{t(`people:consent.${consent}`)}</StatusBadge>
              {consentDate === null ? null : ` ${format.date(consentDate)}`}
            </>
          ),
        },
        { term: t('people:field.notes'), value: student.notes },
      ]}
    />
  );
}
