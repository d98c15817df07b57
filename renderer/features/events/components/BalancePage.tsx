import { Button, Group } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { growthAims } from '#shared/contract/developmentEvents.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { todayHere } from '../../../i18n/today.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { academicYear } from '../academicYear.ts';

type Balance = RouteOutput<'events.balance'>;

function Groups({ groups }: { groups: Balance['groups'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo<readonly GridColumn<Balance['groups'][number]>[]>(
    () => [
      { id: 'group', header: t('events:participant.group'), value: (row) => row.groupName || '–' },
      {
        id: 'students',
        header: t('events:balance.students'),
        value: (row) => row.studentCount,
        align: 'end',
      },
      {
        id: 'reached',
        header: t('events:balance.reached'),
        value: (row) => row.reachedCount / row.studentCount,
        cell: (row) => format.percent((100 * row.reachedCount) / row.studentCount, 0),
        align: 'end',
      },
      {
        id: 'visits',
        header: t('events:balance.perStudent'),
        value: (row) => row.visitCount / row.studentCount,
        cell: (row) => format.number(row.visitCount / row.studentCount, 1),
        align: 'end',
      },
    ],
    [t, format],
  );
  return (
    <PlainTable
      label={t('events:balance.byGroup')}
      rows={groups}
      columns={columns}
      rowKey={(row) => row.groupName}
      initialSort={{ id: 'group', descending: false }}
    />
  );
}

function Candidates({ students }: { students: Balance['students'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo<readonly GridColumn<Balance['students'][number]>[]>(
    () => [
      {
        id: 'name',
        header: t('events:participant.name'),
        value: (row) => row.studentName,
        cell: (row) => <Link href={`/events/portfolio/${row.studentId}`}>{row.studentName}</Link>,
      },
      {
        id: 'group',
        header: t('events:participant.group'),
        value: (row) => row.groupName || null,
        cell: (row) => <Unbroken>{row.groupName}</Unbroken>,
      },
      {
        id: 'practice',
        header: t('events:balance.practiceHours'),
        value: (row) => row.practiceMinutes,
        cell: (row) => format.number(row.practiceMinutes / 60),
        align: 'end',
      },
      { id: 'events', header: t('events:balance.events'), value: (row) => row.eventCount, align: 'end' },
      ...growthAims.map((aim): GridColumn<Balance['students'][number]> => {
        const countOf = (row: Balance['students'][number]): number =>
          row.aims.find((one) => one.aim === aim)?.count ?? 0;
        return {
          id: aim,
          header: t(`events:aim.${aim}`),
          value: countOf,
          cell: (row) => (countOf(row) === 0 ? '–' : format.number(countOf(row))),
          align: 'end',
        };
      }),
    ],
    [t, format],
  );
  return (
    <PlainTable
      label={t('events:balance.byStudent')}
      rows={students}
      columns={columns}
      rowKey={(row) => row.studentId}
      initialSort={{ id: 'events', descending: false }}
    />
  );
}

/** Whether candidates are not only trained but grow: participation by group, and the balance of each candidate. */
export function BalancePage(): ReactNode {
  const { t } = useTranslation();
  const [span, setSpan] = useState(() => academicYear(todayHere()));
  const query = useRouteQuery('events.balance', span, { keepPrevious: true });
  return (
    <Page kind="wide">
      <PageHeader
        title={t('events:balance.title')}
        hint={t('events:balance.hint')}
        back={{ href: '/events', label: t('nav:events') }}
        actions={
          <Group gap="xs">
            <DateField
              label={t('events:balance.from')}
              isAlwaysSet
              width={150}
              value={span.from}
              onChange={(from) => from !== null && setSpan({ ...span, from })}
            />
            <DateField
              label={t('events:balance.to')}
              isAlwaysSet
              width={150}
              value={span.to}
              onChange={(to) => to !== null && setSpan({ ...span, to })}
            />
          </Group>
        }
      />
      <QueryView query={query}>
        {({ groups, students }) => {
          const candidates = students.filter((one) => one.competencyIds.length > 0);
          const only = candidates.filter((one) => one.eventCount === 0).length;
          if (students.length === 0)
            return (
              <EmptyState
                icon={IconScale}
                title={t('events:balance.empty')}
                text={t('events:balance.emptyText')}
                primary={
                  <Button component={Link} href="/students">
                    {t('nav:students')}
                  </Button>
                }
              />
            );
          return (
            <>
              {only === 0 ? null : (
                <Notice tone="warn" title={t('events:balance.onlyTrained', { count: only })} />
              )}
              <Card title={t('events:balance.byStudent')}>
                <Candidates students={candidates} />
              </Card>
              <Card title={t('events:balance.byGroup')}>
                <Groups groups={groups} />
              </Card>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
