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

/** Students whom a specialist must not judge: those they are a mentor of, and those that are declared here. */
export function PersonConflicts({ person }: { person: IndustryRow }): ReactNode {
  const { t } = useTranslation();
  const students = useStudentChoices();
  const all = useRouteQuery('assessment.listConflicts', {}).data?.conflicts ?? [];
  const declare = useCommand('assessment.declareConflict', { quiet: true });
  const withdraw = useCommand('assessment.withdrawConflict', { offerUndo: true });
  const [studentId, setStudentId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const own = all.filter((one) => one.expertId === person.expertId);
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
        {own.map(({ id, studentId: judged, studentName, why, reason: said }) => (
          <li key={judged}>
            {studentName} · {why === 'declared' ? said : t(`partners:conflict.${why}`)}{' '}
            {id === null ? null : (
              <Allowed command="assessment.withdrawConflict">
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={t('partners:conflict.withdrawOne', { student: studentName })}
                  onClick={() => withdraw.mutate({ id })}
                >
                  {t('common:action.remove')}
                </Button>
              </Allowed>
            )}
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
