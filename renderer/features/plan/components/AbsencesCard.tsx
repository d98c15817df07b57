import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shiftDay } from '#shared/domain/planning/phases.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { fullName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { useStudentChoices } from '../useStudentChoices.ts';
import styles from './Plan.module.css';

const AHEAD_DAYS = 120;

function AbsenceForm({ today, competencyId }: { today: string; competencyId: string | null }): ReactNode {
  const { t } = useTranslation();
  const add = useCommand('plan.addAbsence', { quiet: true });
  const students = useStudentChoices(competencyId);
  const [studentId, setStudent] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(today);
  const [to, setTo] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (studentId === null || from === null || to === null) return;
    add.mutate(
      { studentId, fromDate: from, toDate: to, reason: reason.trim() },
      {
        onSuccess: () => {
          setStudent(null);
          setReason('');
        },
      },
    );
  };
  return (
    <form className={styles['absenceForm']} onSubmit={submit}>
      <Select
        label={t('plan:absence.student')}
        data={students}
        value={studentId}
        onChange={setStudent}
        searchable
        openOnFocus={false}
        limit={50}
      />
      <DateField label={t('plan:absence.from')} value={from} onChange={setFrom} />
      <DateField label={t('plan:absence.to')} value={to} onChange={setTo} />
      <TextInput
        label={t('plan:absence.reason')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="light" loading={add.isPending} disabled={studentId === null}>
        {t('common:action.add')}
      </Button>
      {add.error === null ? null : (
        <p className={styles['problem']} role="alert">
          {errorSentence(t, add.error)}
        </p>
      )}
    </form>
  );
}

interface AbsencesCardProps {
  today: string;
  competencyId: string | null;
}

/** Days on which students cannot come; sessions on them show the conflict. */
export function AbsencesCard({ today, competencyId }: AbsencesCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useCommand('plan.removeAbsence', { offerUndo: true });
  const query = useRouteQuery('plan.calendar', { from: today, to: shiftDay(today, AHEAD_DAYS) });
  return (
    <Card title={t('plan:absence.title')}>
      <Allowed command="plan.addAbsence">
        <AbsenceForm key={competencyId} today={today} competencyId={competencyId} />
      </Allowed>
      <QueryView query={query}>
        {({ absences }) =>
          absences.length === 0 ? (
            <p className={styles['planWords']}>{t('plan:absence.none')}</p>
          ) : (
            <SimpleTable
              label={t('plan:absence.title')}
              rows={absences}
              rowKey={(row) => row.id}
              columns={[
                { id: 'student', header: t('plan:absence.student'), cell: fullName },
                {
                  id: 'days',
                  header: t('plan:absence.days'),
                  cell: (row) =>
                    row.fromDate === row.toDate
                      ? format.date(row.fromDate)
                      : `${format.dayMonth(row.fromDate)} – ${format.date(row.toDate)}`,
                },
                { id: 'reason', header: t('plan:absence.reason'), cell: (row) => row.reason },
                {
                  id: 'remove',
                  header: t('plan:actions'),
                  cell: (row) => (
                    <Allowed command="plan.removeAbsence">
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('plan:absence.remove', { student: fullName(row) })}
                        onClick={() => remove.mutate({ id: row.id })}
                      >
                        <IconTrash size={16} aria-hidden />
                      </ActionIcon>
                    </Allowed>
                  ),
                  align: 'end',
                },
              ]}
            />
          )
        }
      </QueryView>
    </Card>
  );
}
