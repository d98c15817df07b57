import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import { IconListDetails, IconShoppingCart } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { GapLine } from '#shared/contract/baseGap.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { ValueBar } from '../../../charts/ValueBar.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { notify } from '../../../ui/notify.ts';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { useAmounts } from '../useAmounts.ts';
import { useTarget } from '../useTarget.ts';
import styles from './Base.module.css';
import { BlocksCard } from './BlocksCard.tsx';

type Gap = RouteOutput<'base.gap'>;

const isOpen = (line: GapLine): boolean => line.covered < line.needed;

function LineBadges({ line }: { line: GapLine }): ReactNode {
  const { t } = useTranslation();
  const { amount } = useAmounts();
  const parts = [
    ['buy', line.buy, line.isMissing ? 'bad' : 'warn'],
    ['repair', line.repair, 'warn'],
    ['reservedTwice', line.reservedTwice, 'warn'],
    ['gone', line.gone, 'calm'],
    ['uncalibrated', line.uncalibrated, 'warn'],
    ['ordered', line.orderedHundredths, 'info'],
  ] as const;
  const told = parts.filter(([, value]) => value > 0);
  if (told.length === 0) return <StatusBadge tone="good">{t('base:part.covered')}</StatusBadge>;
  return (
    <span className={styles['badges']}>
      {told.map(([kind, value, tone]) => (
        <StatusBadge key={kind} tone={tone}>
          {t(kind === 'buy' && line.isMissing ? 'base:part.missing' : `base:part.${kind}`, {
            amount: amount(value),
          })}
        </StatusBadge>
      ))}
    </span>
  );
}

function useLineColumns(): readonly GridColumn<GapLine>[] {
  const { t } = useTranslation();
  const { amount, money } = useAmounts();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('base:column.item'),
        value: (row) => row.name,
        cell: (row) => (row.model === '' ? row.name : `${row.name}, ${row.model}`),
      },
      {
        id: 'category',
        header: t('base:column.category'),
        value: (row) => t(`base:category.${row.category}`),
      },
      {
        id: 'needed',
        header: t('base:column.needed'),
        value: (row) => row.needed,
        cell: (row) => amount(row.needed, row.unit),
        align: 'end',
      },
      {
        id: 'covered',
        header: t('base:column.covered'),
        value: (row) => row.covered,
        cell: (row) => amount(row.covered, row.unit),
        align: 'end',
      },
      {
        id: 'what',
        header: t('base:column.trouble'),
        value: (row) => row.needed - row.covered,
        cell: (row) => <LineBadges line={row} />,
      },
      {
        id: 'cost',
        header: t('base:column.cost'),
        value: (row) => row.costTiyn,
        cell: (row) =>
          row.costTiyn === null ? t('base:noPrice') : row.costTiyn === 0 ? '' : money(row.costTiyn),
        align: 'end',
      },
    ],
    [t, amount, money],
  );
}

function PartsCard({ gap }: { gap: Gap }): ReactNode {
  const { t } = useTranslation();
  const { percent } = useAmounts();
  return (
    <Card title={t('base:gap.parts')}>
      <p className={styles['soft']}>{t('base:gap.partsHow')}</p>
      <SimpleTable
        label={t('base:gap.parts')}
        rows={gap.parts}
        rowKey={(row) => row.category}
        columns={[
          {
            id: 'category',
            header: t('base:column.category'),
            cell: (row) => t(`base:category.${row.category}`),
          },
          {
            id: 'readiness',
            header: t('base:column.readiness'),
            cell: (row) => (
              <ValueBar
                value={(row.readinessHundredths ?? 0) / 100}
                label={percent(row.readinessHundredths)}
              />
            ),
          },
          {
            id: 'complete',
            header: t('base:column.complete'),
            align: 'end',
            cell: (row) => t('base:completeOf', { complete: row.complete, items: row.items }),
          },
        ]}
      />
    </Card>
  );
}

function Figures({ gap }: { gap: Gap }): ReactNode {
  const { t } = useTranslation();
  const { money, percent } = useAmounts();
  const { summary } = gap;
  const figures = [
    ['readiness', percent(summary.readinessHundredths)],
    ['complete', t('base:completeOf', { complete: summary.complete, items: summary.items })],
    ['missing', String(summary.missing)],
    ['short', String(summary.short)],
    ['broken', String(summary.broken)],
    ['reservedTwice', String(summary.reservedTwice)],
    ['cost', money(summary.costTiyn)],
  ] as const;
  return (
    <dl className={styles['figures']}>
      {figures.map(([name, value]) => (
        <div key={name} className={styles['figure']}>
          <dt>{t(`base:figure.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PeopleProps {
  gap: Gap;
  onChange: (people: { competitors?: number; experts?: number }) => void;
}

function PeopleFields({ gap, onChange }: PeopleProps): ReactNode {
  const { t } = useTranslation();
  const toNumber = (value: number | string): number =>
    Math.min(1000, Math.max(0, Math.trunc(Number(value)) || 0));
  return (
    <>
      <NumberInput
        label={t('base:field.competitors')}
        w={130}
        min={0}
        max={1000}
        value={gap.summary.competitors}
        onChange={(value) => onChange({ competitors: toNumber(value) })}
      />
      <NumberInput
        label={t('base:field.experts')}
        w={130}
        min={0}
        max={1000}
        value={gap.summary.experts}
        onChange={(value) => onChange({ experts: toNumber(value) })}
      />
    </>
  );
}

function GapLines({ gap }: { gap: Gap }): ReactNode {
  const { t } = useTranslation();
  const columns = useLineColumns();
  const [shown, setShown] = useState<'open' | 'all'>('open');
  const rows = shown === 'all' ? gap.lines : gap.lines.filter(isOpen);
  return (
    <Card
      title={t('base:gap.lines')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('base:gap.show')}
          value={shown}
          onChange={(value) => setShown(value)}
          data={[
            { value: 'open', label: t('base:gap.open') },
            { value: 'all', label: t('base:gap.all') },
          ]}
        />
      }
    >
      {gap.unsetItems.length === 0 ? null : (
        <p className={styles['soft']}>
          {t('base:gap.unset', {
            names: gap.unsetItems
              .map(({ name }) => name)
              .slice(0, 5)
              .join(', '),
            value: gap.unsetItems.length,
          })}
        </p>
      )}
      {rows.length === 0 ? (
        <p className={styles['soft']}>{t('base:gap.nothing')}</p>
      ) : (
        <PlainTable
          label={t('base:gap.lines')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.itemId}
          initialSort={{ id: 'what', descending: true }}
        />
      )}
    </Card>
  );
}

/** The gap of one competency: what is needed, what there is, what is lacking, what it costs, and what it blocks. */
export function BaseGapPage({ competencyId }: { competencyId: string }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCompetencyName();
  const { target, championships } = useTarget();
  const [people, setPeople] = useState<{ competitors?: number; experts?: number }>({});
  const question = { target, competencyId, ...people };
  const query = useRouteQuery('base.gap', question, { keepPrevious: true });
  const plan = useCommand('base.planPurchases', { offerUndo: true });
  const name = championships.find(
    (one) => target.kind === 'championship' && one.id === target.championshipId,
  )?.name;
  const planAll = (): void =>
    plan.mutate(
      { ...question, expertId: null, dueDate: null },
      {
        onSuccess: ({ added }) => notify({ tone: 'good', message: t('base:gap.planned', { value: added }) }),
      },
    );
  return (
    <Page kind="wide">
      <PageHeader
        title={nameOf(competencyId) || t('nav:base')}
        hint={name === undefined ? t('base:gap.forSquad') : t('base:gap.forChampionship', { name })}
        back={{ href: '/base', label: t('nav:base') }}
        actions={
          <>
            <PrintButtons title={`${t('nav:base')} – ${nameOf(competencyId)}`} isQuiet />
            <Allowed command="base.planPurchases">
              <Button
                leftSection={<IconShoppingCart size={16} aria-hidden />}
                loading={plan.isPending}
                disabled={!query.data?.lines.some((line) => line.buy > line.orderedHundredths)}
                onClick={planAll}
              >
                {t('base:gap.plan')}
              </Button>
            </Allowed>
          </>
        }
      />
      <QueryView query={query}>
        {(gap) =>
          gap.summary.listId === null ? (
            <EmptyState
              icon={IconListDetails}
              title={t('base:gap.noList')}
              text={t('base:gap.noListText')}
              primary={
                <Button component={Link} href="/base/lists">
                  {t('base:empty.begin')}
                </Button>
              }
            />
          ) : (
            <div className={styles['stack']}>
              <Toolbar>
                <PeopleFields gap={gap} onChange={(next) => setPeople({ ...people, ...next })} />
                <Button component={Link} variant="default" href={`/base/lists/${gap.summary.listId}`}>
                  {t('base:gap.openList')}
                </Button>
              </Toolbar>
              <Figures gap={gap} />
              <GapLines gap={gap} />
              <div className={styles['pair']}>
                <PartsCard gap={gap} />
                <BlocksCard competencyId={competencyId} />
              </div>
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}
