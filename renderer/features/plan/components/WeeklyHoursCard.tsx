import { ActionIcon, Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeeklyHoursRow } from '#shared/contract/plan.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { fullName } from '../../../i18n/names.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { useStudentChoices } from '../useStudentChoices.ts';
import { emptyHours, hoursInput, timesProblem } from '../weeklyHours.ts';
import type { HoursDraft } from '../weeklyHours.ts';
import styles from './Plan.module.css';
import { WeekdayChips } from './WeekdayChips.tsx';

interface FieldsProps {
  draft: HoursDraft;
  onChange: (patch: Partial<HoursDraft>) => void;
}

function TimeFields({ draft, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const isWrong = timesProblem(draft);
  return (
    <>
      <TextInput
        label={t('plan:hours.from')}
        placeholder="08:30"
        value={draft.fromTime}
        error={isWrong && draft.fromTime !== ''}
        onChange={(event) => onChange({ fromTime: event.currentTarget.value })}
      />
      <TextInput
        label={t('plan:hours.to')}
        placeholder="14:00"
        value={draft.toTime}
        error={isWrong && draft.toTime !== ''}
        onChange={(event) => onChange({ toTime: event.currentTarget.value })}
      />
    </>
  );
}

function HoursForm({ competencyId }: { competencyId: string | null }): ReactNode {
  const { t } = useTranslation();
  const add = useCommand('plan.addWeeklyHours', { quiet: true });
  const students = useStudentChoices(competencyId);
  const [draft, setDraft] = useState(emptyHours);
  const onChange = (patch: Partial<HoursDraft>): void => setDraft((former) => ({ ...former, ...patch }));
  const input = hoursInput(draft);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (input !== null) add.mutate(input, { onSuccess: () => setDraft({ ...emptyHours, kind: draft.kind }) });
  };
  return (
    <Allowed command="plan.addWeeklyHours">
      <form className={styles['hoursForm']} aria-label={t('plan:hours.title')} onSubmit={submit}>
        <Select
          label={t('plan:absence.student')}
          data={students}
          value={draft.studentId}
          onChange={(studentId) => onChange({ studentId })}
          searchable
          openOnFocus={false}
          limit={50}
        />
        <SegmentedControl
          aria-label={t('plan:hours.kindLabel')}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
          data={(['cannot', 'can'] as const).map((kind) => ({
            value: kind,
            label: t(`plan:hours.kind.${kind}`),
          }))}
        />
        <WeekdayChips
          label={t('plan:hours.weekdays')}
          value={draft.weekdays}
          onChange={(weekdays) => onChange({ weekdays })}
        />
        <TimeFields draft={draft} onChange={onChange} />
        <TextInput
          label={t('plan:absence.reason')}
          maxLength={200}
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
        <Button type="submit" variant="light" loading={add.isPending} disabled={input === null}>
          {t('common:action.add')}
        </Button>
        {timesProblem(draft) || add.error !== null ? (
          <p className={styles['problem']} role="alert">
            {add.error === null ? t('plan:hours.badTimes') : errorSentence(t, add.error)}
          </p>
        ) : null}
      </form>
    </Allowed>
  );
}

function useHoursWords(): (row: WeeklyHoursRow) => { days: string; time: string } {
  const { t } = useTranslation();
  return ({ weekdays, fromTime, toTime }) => ({
    days: weekdays.map((weekday) => t(`plan:weekday.${weekday}`)).join(', '),
    time: fromTime === '' ? t('plan:hours.wholeDay') : `${fromTime}–${toTime}`,
  });
}

/** Hours of the week in which students can come to practice, or cannot; sessions outside of them show the conflict. */
export function WeeklyHoursCard({ competencyId }: { competencyId: string | null }): ReactNode {
  const { t } = useTranslation();
  const wordsOf = useHoursWords();
  const remove = useCommand('plan.removeWeeklyHours', { offerUndo: true });
  const query = useRouteQuery('plan.listWeeklyHours', competencyId === null ? {} : { competencyId });
  return (
    <Card title={t('plan:hours.title')}>
      <HoursForm key={competencyId} competencyId={competencyId} />
      <QueryView query={query}>
        {({ hours }) =>
          hours.length === 0 ? (
            <p className={styles['planWords']}>{t('plan:hours.none')}</p>
          ) : (
            <SimpleTable
              label={t('plan:hours.title')}
              rows={hours}
              rowKey={(row) => row.id}
              columns={[
                { id: 'student', header: t('plan:absence.student'), cell: fullName },
                {
                  id: 'kind',
                  header: t('plan:hours.kindLabel'),
                  cell: (row) => t(`plan:hours.kind.${row.kind}`),
                },
                { id: 'days', header: t('plan:hours.weekdays'), cell: (row) => wordsOf(row).days },
                { id: 'time', header: t('plan:hours.time'), cell: (row) => wordsOf(row).time },
                { id: 'reason', header: t('plan:absence.reason'), cell: (row) => row.reason },
                {
                  id: 'remove',
                  header: t('plan:actions'),
                  cell: (row) => (
                    <Allowed command="plan.removeWeeklyHours">
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('plan:hours.remove', { student: fullName(row) })}
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
