import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndustryRow } from '#shared/contract/partnerRecords.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useStudentChoices } from '../../../client/usePeople.ts';
import styles from '../partners.module.css';

/** Characters of a reason. */
const MOST = 200;

/** Students whom a specialist must not judge: those of the internships, and those that are declared here. */
export function PersonConflicts({ person }: { person: IndustryRow }): ReactNode {
  const { t } = useTranslation();
  const students = useStudentChoices();
  const all = useRouteQuery('assessment.listConflicts', {}).data?.conflicts ?? [];
  const declare = useCommand('assessment.declareConflict', { quiet: true });
  const withdraw = useCommand('assessment.withdrawConflict', { offerUndo: true });
  const [studentId, setStudentId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const declared = all.filter((one) => one.expertId === person.expertId);
  const mentored = person.conflicts.filter(
    ({ why, studentId: id }) => why === 'mentored' && !declared.some((one) => one.studentId === id),
  );
  const add = (): void => {
    if (studentId === null) return;
    const input = { expertId: person.expertId, studentId, reason: reason.trim() };
    declare.mutate(input, {
      onSuccess: () => {
        setStudentId(null);
        setReason('');
      },
    });
  };
  return (
    <fieldset className={styles['levels']}>
      <legend>{t('partners:person.conflictTitle')}</legend>
      <p className={styles['hint']}>{t('partners:conflict.hint')}</p>
      <ul>
        {mentored.map((one) => (
          <li key={one.studentId}>
            {one.studentName} · {t('partners:conflict.mentored')}{' '}
            <Allowed command="assessment.declareConflict">
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('partners:conflict.declareOne', { student: one.studentName })}
                onClick={() =>
                  declare.mutate({
                    expertId: person.expertId,
                    studentId: one.studentId,
                    reason: t('partners:conflict.mentored'),
                  })
                }
              >
                {t('partners:conflict.declare')}
              </Button>
            </Allowed>
          </li>
        ))}
        {declared.map((one) => (
          <li key={one.id}>
            {one.studentName} · {one.reason}{' '}
            <Allowed command="assessment.withdrawConflict">
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('partners:conflict.withdrawOne', { student: one.studentName })}
                onClick={() => withdraw.mutate({ id: one.id })}
              >
                {t('common:action.remove')}
              </Button>
            </Allowed>
          </li>
        ))}
      </ul>
      <Allowed command="assessment.declareConflict">
        <Group gap="sm" align="flex-end">
          <Select
            flex={1}
            label={t('partners:internship.student')}
            data={students}
            searchable
            limit={50}
            value={studentId}
            onChange={setStudentId}
          />
          <TextInput
            flex={1}
            label={t('partners:conflict.reason')}
            maxLength={MOST}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={studentId === null || reason.trim() === ''}
            loading={declare.isPending}
            onClick={add}
          >
            {t('partners:conflict.declare')}
          </Button>
        </Group>
      </Allowed>
    </fieldset>
  );
}
