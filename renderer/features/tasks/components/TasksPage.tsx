import { Button } from '@mantine/core';
import { IconCalendarDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaKinds } from '#shared/contract/tasks.ts';
import { monthOf, stepMonth, weeksOfMonth } from '#shared/domain/tasks/month.ts';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { saveFile } from '../../../ui/saveFile.ts';
import styles from '../tasks.module.css';
import { useTasksStore } from '../tasks.store.ts';
import { AgendaDays } from './AgendaDays.tsx';
import { AgendaFilters, type AgendaChoice } from './AgendaFilters.tsx';
import { DutyList } from './DutyList.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { TaskDrawer } from './TaskDrawer.tsx';

/** Days that are shown at first. */
const DAYS_AHEAD = 30;
/** Days within which a duty already needs somebody. */
const DAYS_NEAR = 14;

/** Stands for a task that is not stored yet. */
const NEW = 'new';

const shift = (day: string, days: number): string => fromDayNumber(toDayNumber(day) + days);

/** What needs somebody, the most late first, and everything with a date. */
export function TasksPage({ openId }: { openId: string | null }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const language = useLanguage();
  const today = useToday();
  const [choice, setChoice] = useState<AgendaChoice>({
    from: today,
    to: shift(today, DAYS_AHEAD),
    month: stepMonth(today, 0),
    personId: null,
    competencyId: null,
    kind: null,
  });
  const [edited, setEdited] = useState<string | null>(openId);
  const { view } = useTasksStore();
  const shown = view === 'month' ? weeksOfMonth(choice.month) : { from: choice.from, to: choice.to };
  const whose = {
    ...(choice.personId === null ? {} : { personId: choice.personId }),
    ...(choice.competencyId === null ? {} : { competencyId: choice.competencyId }),
  };
  const input = { ...shown, ...whose, ...(choice.kind === null ? {} : { kind: choice.kind }) };
  const agenda = useRouteQuery('tasks.agenda', input, { keepPrevious: true });
  const near = useRouteQuery(
    'tasks.agenda',
    { ...whose, from: today, to: shift(today, DAYS_NEAR) },
    { keepPrevious: true },
  );
  const tasks = useRouteQuery('tasks.list', {});
  const exportFile = async (): Promise<void> => {
    const labels = Object.fromEntries(agendaKinds.map((kind) => [kind, t(`tasks:kind.${kind}`)]));
    const file = await client.call('tasks.exportCalendar', {
      ...input,
      ...(view === 'month' ? monthOf(choice.month) : {}),
      language,
      labels: labels as Record<(typeof agendaKinds)[number], string>,
    });
    saveFile(new Blob([file.content], { type: 'text/calendar' }), file.fileName);
  };
  const task = tasks.data?.tasks.find((one) => one.id === edited);
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
              <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEdited(NEW)}>
                {t('tasks:task.add')}
              </Button>
            </Allowed>
          </>
        }
      />
      <AgendaFilters choice={choice} onChange={setChoice} />
      <div className={classNames(styles['columns'], view === 'month' && styles['withMonth'])}>
        <Card title={t('tasks:duty.title')}>
          <QueryView query={near}>
            {({ overdue, entries }) => (
              <DutyList
                entries={[...overdue, ...entries.filter((one) => one.isDuty && !one.isDone)]}
                undated={undated}
                onOpen={setEdited}
              />
            )}
          </QueryView>
        </Card>
        <Card title={t('tasks:calendar.title')}>
          <QueryView query={agenda}>
            {({ entries }) =>
              view === 'month' ? (
                <MonthGrid key={choice.month} month={choice.month} entries={entries} onOpen={setEdited} />
              ) : (
                <AgendaDays entries={entries} from={choice.from} onOpen={setEdited} />
              )
            }
          </QueryView>
        </Card>
      </div>
      {task === undefined && edited !== NEW ? null : (
        <TaskDrawer key={edited} task={task ?? null} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
}
