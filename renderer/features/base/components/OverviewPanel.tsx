import { Button, Select } from '@mantine/core';
import { IconBuildingWarehouse } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BaseReadiness } from '#shared/contract/baseGap.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { ValueBar } from '../../../charts/ValueBar.tsx';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable, type SimpleColumn } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { useBaseStore } from '../base.store.ts';
import { useAmounts } from '../useAmounts.ts';
import { useTarget } from '../useTarget.ts';
import styles from './Base.module.css';
import { BlocksCard } from './BlocksCard.tsx';
import { CourseChart } from './CourseChart.tsx';
import { RemindersCard } from './RemindersCard.tsx';

function TroubleBadges({ row }: { row: BaseReadiness }): ReactNode {
  const { t } = useTranslation();
  const troubles = [
    ['missing', row.missing, 'bad'],
    ['short', row.short, 'warn'],
    ['broken', row.broken, 'warn'],
    ['reservedTwice', row.reservedTwice, 'warn'],
    ['unset', row.unset, 'calm'],
  ] as const;
  const told = troubles.filter(([, count]) => count > 0);
  if (told.length === 0) return <StatusBadge tone="good">{t('base:trouble.none')}</StatusBadge>;
  return (
    <span className={styles['badges']}>
      {told.map(([kind, count, tone]) => (
        <StatusBadge key={kind} tone={tone}>
          {t(`base:trouble.${kind}`, { value: count })}
        </StatusBadge>
      ))}
    </span>
  );
}

function useReadinessColumns(): SimpleColumn<BaseReadiness>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { money, percent } = useAmounts();
  const nameOf = useCompetencyName();
  return useMemo(
    () => [
      {
        id: 'competency',
        header: t('base:column.competency'),
        cell: (row) => <Link href={`/base/gap/${row.competencyId}`}>{nameOf(row.competencyId)}</Link>,
      },
      {
        id: 'people',
        header: t('base:column.people'),
        cell: (row) => t('base:people', { competitors: row.competitors, experts: row.experts }),
      },
      {
        id: 'readiness',
        header: t('base:column.readiness'),
        width: 190,
        cell: (row) =>
          row.readinessHundredths === null ? (
            t(row.listId === null ? 'base:noList' : 'base:nothingNeeded')
          ) : (
            <ValueBar value={row.readinessHundredths / 100} label={percent(row.readinessHundredths)} />
          ),
      },
      {
        id: 'complete',
        header: t('base:column.complete'),
        align: 'end',
        cell: (row) => t('base:completeOf', { complete: row.complete, items: row.items }),
      },
      {
        id: 'trouble',
        header: t('base:column.trouble'),
        cell: (row) => (row.listId === null ? null : <TroubleBadges row={row} />),
      },
      {
        id: 'cost',
        header: t('base:column.cost'),
        align: 'end',
        cell: (row) =>
          row.withoutPrice > 0
            ? t('base:costAtLeast', { cost: money(row.costTiyn), items: format.number(row.withoutPrice) })
            : money(row.costTiyn),
      },
    ],
    [t, format, money, percent, nameOf],
  );
}

function TargetSelect(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { target, championships } = useTarget();
  const { setChampionship } = useBaseStore();
  const value = target.kind === 'championship' ? target.championshipId : 'squad';
  return (
    <Select
      label={t('base:target.label')}
      data={[
        { value: 'squad', label: t('base:target.squad') },
        ...championships.map((one) => ({
          value: one.id,
          label: `${one.name}, ${format.date(one.startDate)}`,
        })),
      ]}
      value={value}
      allowDeselect={false}
      onChange={(next) => setChampionship(next === 'squad' ? null : next)}
      w={320}
    />
  );
}

function NothingYet(): ReactNode {
  const { t } = useTranslation();
  const openSample = useCommand('sample.open');
  return (
    <EmptyState
      icon={IconBuildingWarehouse}
      title={t('base:empty.title')}
      text={t('base:empty.text')}
      primary={
        <Button component={Link} href="/base/lists">
          {t('base:empty.begin')}
        </Button>
      }
      secondary={
        <Allowed command="sample.open">
          <Button variant="default" loading={openSample.isPending} onClick={() => openSample.mutate({})}>
            {t('base:empty.sample')}
          </Button>
        </Allowed>
      }
    />
  );
}

function ReadinessCard(): ReactNode {
  const { t } = useTranslation();
  const { money, percent } = useAmounts();
  const { target } = useTarget();
  const columns = useReadinessColumns();
  const overview = useRouteQuery('base.overview', { target }, { keepPrevious: true });
  return (
    <QueryView query={overview}>
      {({ competencies, total }) => (
        <Card title={t('base:overview.title')}>
          <p className={styles['soft']}>
            {total.readinessHundredths === null
              ? t('base:overview.none')
              : t(
                  total.costTiyn > 0 || total.missing + total.short > 0
                    ? 'base:overview.sentence'
                    : 'base:overview.ready',
                  {
                    readiness: percent(total.readinessHundredths),
                    missing: total.missing,
                    short: total.short,
                    cost: money(total.costTiyn),
                  },
                )}
          </p>
          <SimpleTable
            label={t('base:overview.title')}
            columns={columns}
            rows={competencies.toSorted(
              (one, other) => (one.readinessHundredths ?? 10_001) - (other.readinessHundredths ?? 10_001),
            )}
            rowKey={(row) => row.competencyId}
          />
        </Card>
      )}
    </QueryView>
  );
}

/** How ready the base is for each competency, how it grew, and what stands in the way of the plan. */
export function OverviewPanel(): ReactNode {
  const lists = useRouteQuery('base.listLists', {});
  const inventory = useRouteQuery('base.listInventory', {});
  return (
    <QueryView query={lists}>
      {(answer) =>
        answer.lists.length === 0 && (inventory.data?.inventory.length ?? 0) === 0 ? (
          <NothingYet />
        ) : (
          <div className={styles['stack']}>
            <Toolbar>
              <TargetSelect />
            </Toolbar>
            <ReadinessCard />
            <CourseChart />
            <div className={styles['pair']}>
              <BlocksCard />
              <RemindersCard />
            </div>
          </div>
        )
      }
    </QueryView>
  );
}
