import { Button } from '@mantine/core';
import { IconCalendarDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaKinds, type TaskRow } from '#shared/contract/tasks.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { todayHere } from '../../../i18n/today.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import styles from '../tasks.module.css';
import { AgendaDays } from './AgendaDays.tsx';
import { AgendaFilters, type AgendaChoice } from './AgendaFilters.tsx';
import { DutyList } from './DutyList.tsx';
import { TaskDrawer } from './TaskDrawer.tsx';

/** Days that are shown at first. */
const DAYS_AHEAD = 30;
/** Days within which a duty already needs somebody. */
const DAYS_NEAR = 14;

const shift = (day: string, days: number): string => fromDayNumber(toDayNumber(day) + days);

/** What needs somebody, the most late first, and everything with a date. */
export function TasksPage(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const language = useLanguage();
  const today = todayHere();
  const [choice, setChoice] = useState<AgendaChoice>({
    from: today,
    to: shift(today, DAYS_AHEAD),
    personId: null,
    competencyId: null,
    kind: null,
  });
  const [edited, setEdited] = useState<TaskRow | 'new' | null>(null);
  const input = {
    from: choice.from,
    to: choice.to,
    ...(choice.personId === null ? {} : { personId: choice.personId }),
    ...(choice.competencyId === null ? {} : { competencyId: choice.competencyId }),
  };
  const agenda = useRouteQuery('tasks.agenda', input, { keepPrevious: true });
  const near = useRouteQuery(
    'tasks.agenda',
    { ...input, from: today, to: shift(today, DAYS_NEAR) },
    { keepPrevious: true },
  );
  const tasks = useRouteQuery('tasks.list', {});
  const exportFile = async (): Promise<void> => {
    const labels = Object.fromEntries(agendaKinds.map((kind) => [kind, t(`tasks:kind.${kind}`)]));
    const file = await client.call('tasks.exportCalendar', {
      ...input,
      language,
      labels: labels as Record<(typeof agendaKinds)[number], string>,
    });
    saveFile(new Blob([file.content], { type: 'text/calendar' }), file.fileName);
  };
  const open = (id: string): void => setEdited(tasks.data?.tasks.find((one) => one.id === id) ?? null);
  const undated = (tasks.data?.tasks ?? []).filter((one) => one.state === 'open' && one.dueDate === null);
  return (
    <Page kind="wide">
      <PageHeader
        title={t('nav:tasks')}
        hint={t('tasks:page.hint')}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconCalendarDown size={16} aria-hidden />}
              onClick={() => void exportFile()}
            >
              {t('tasks:page.export')}
            </Button>
            <Allowed command="tasks.save">
              <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEdited('new')}>
                {t('tasks:task.add')}
              </Button>
            </Allowed>
          </>
        }
      />
      <AgendaFilters choice={choice} onChange={setChoice} />
      <div className={styles['columns']}>
        <Card title={t('tasks:duty.title')}>
          <QueryView query={near}>
            {({ overdue, entries }) => (
              <DutyList
                entries={[...overdue, ...entries.filter((one) => one.isDuty && !one.isDone)]}
                undated={undated}
                onOpen={open}
              />
            )}
          </QueryView>
        </Card>
        <Card title={t('tasks:calendar.title')}>
          <QueryView query={agenda}>
            {({ entries }) => (
              <AgendaDays
                entries={entries.filter((one) => choice.kind === null || one.kind === choice.kind)}
                from={choice.from}
                onOpen={open}
              />
            )}
          </QueryView>
        </Card>
      </div>
      {edited === null ? null : (
        <TaskDrawer task={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
}
