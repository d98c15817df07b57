import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { RangeChart } from '../../../charts/RangeChart.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { spreadKinds, useInsightStore } from '../insight.store.ts';
import type { SpreadKind } from '../insight.store.ts';
import styles from './Insight.module.css';
import type { SquadChartProps } from './SquadCharts.tsx';

type Squad = SquadChartProps['squad'];
type Spread = Omit<Squad['distribution'][number], 'month'>;

/** A group of results with its name. */
interface SpreadRow extends Spread {
  id: string;
  name: string;
}

/** Russian months are written small; a sentence and a row begin with them. */
const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Groups of results, the latest first. */
function useSpreadRows(squad: Squad, kind: SpreadKind): SpreadRow[] {
  const { t } = useTranslation();
  const format = useFormat();
  const rows: Record<SpreadKind, () => SpreadRow[]> = {
    months: () =>
      squad.distribution.map((one) => ({ ...one, id: one.month, name: upperFirst(format.month(one.month)) })),
    practices: () =>
      squad.practices.map((one, index) => ({
        ...one,
        id: `${one.sessionId}/${index}`,
        name: `${format.date(one.date)}, ${one.schemeTitle}`,
      })),
    attempts: () =>
      squad.attempts.map((one) => ({
        ...one,
        id: String(one.number),
        name: t('insight:spread.attempt', { number: one.number }),
      })),
  };
  return rows[kind]().toReversed();
}

function KindControl(): ReactNode {
  const { t } = useTranslation();
  const { spread, setSpread } = useInsightStore();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('insight:spread.by')}
      value={spread}
      onChange={setSpread}
      data={spreadKinds.map((kind) => ({ value: kind, label: t(`insight:spread.kind.${kind}`) }))}
    />
  );
}

function useSpreadTable(rows: readonly SpreadRow[], header: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (value: number): string => format.percent(value, 0);
  return {
    columns: [
      { header },
      { header: t('insight:judge.attempts'), align: 'end' as const },
      { header: t('insight:spread.low'), align: 'end' as const },
      { header: t('insight:spread.middle'), align: 'end' as const },
      { header: t('insight:spread.median'), align: 'end' as const },
      { header: t('insight:spread.high'), align: 'end' as const },
    ],
    rows: rows.map((row) => ({
      key: row.id,
      cells: [
        row.name,
        format.number(row.count),
        percent(row.low),
        `${percent(row.quarter)} – ${percent(row.threeQuarters)}`,
        percent(row.median),
        percent(row.high),
      ],
    })),
  };
}

/** How the results of a squad spread: attempt by attempt, practice by practice, or month by month. */
export function SpreadChart({ subject, squad }: SquadChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { spread } = useInsightStore();
  const percent = (value: number): string => format.percent(value, 0);
  const title = t('insight:spread.title');
  const rows = useSpreadRows(squad, spread);
  const table = useSpreadTable(rows, t(`insight:spread.column.${spread}`));
  const [latest] = rows;
  if (latest === undefined)
    return (
      <Card title={title} actions={squad.distribution.length > 0 ? <KindControl /> : undefined}>
        <p className={styles['soft']}>
          {t(squad.distribution.length > 0 ? 'insight:spread.tooFew' : 'insight:spread.none')}
        </p>
      </Card>
    );
  return (
    <ChartFrame
      subject={subject}
      title={title}
      tools={<KindControl />}
      sentence={t('insight:spread.words', {
        month: latest.name,
        low: percent(latest.quarter),
        high: percent(latest.threeQuarters),
      })}
      table={table}
    >
      <RangeChart
        label={title}
        target={squad.targetPercent}
        rows={rows.map((row) => ({
          id: row.id,
          name: row.name,
          low: row.low,
          high: row.high,
          inner: { low: row.quarter, high: row.threeQuarters },
          value: row.median,
          words: t('insight:spread.rowWords', {
            month: row.name,
            low: percent(row.low),
            middle: `${percent(row.quarter)} – ${percent(row.threeQuarters)}`,
            high: percent(row.high),
          }),
        }))}
      />
    </ChartFrame>
  );
}
