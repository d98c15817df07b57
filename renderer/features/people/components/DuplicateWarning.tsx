import { IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudentListRow } from '#shared/contract/people.ts';
import { fullName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** Says who has the same name already; scrolls into view, because the form is long. */
export function DuplicateWarning({ students }: { students: readonly StudentListRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [students]);
  return (
    <div ref={box}>
      <Notice
        tone="warn"
        icon={IconUsersGroup}
        title={t('people:duplicate.title', { count: students.length })}
      >
        <ul>
          {students.map((student) => (
            <li key={student.id}>
              <a href={`#/students/${student.id}`}>{fullName(student)}</a>
              {student.birthDate === null ? null : ` · ${format.day(student.birthDate)}`}
              {student.groupName === '' ? null : ` · ${student.groupName}`}
            </li>
          ))}
        </ul>
        {t('people:duplicate.text')}
      </Notice>
    </div>
  );
}
