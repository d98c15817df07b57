import { Group, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedAdherence } from '#shared/contract/plan.ts';
import { shiftDay } from '#shared/domain/planning/phases.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { usePlanStore } from '../plan.store.ts';
import { AdherenceBadge } from './AdherenceBadge.tsx';
import styles from './Plan.module.css';

type Grouping = 'weeks' | 'competencies' | 'experts' | 'students';

interface AdherenceCardProps {
  today: string;
  competencyId: string | null;
  nameOf: (competencyId: string) => string;
}

const WEEK_CHOICES = [4, 8, 16, 26] as const;

function Figures({ rows, header }: { rows: readonly NamedAdherence[]; header: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = (minutes: number): string => format.number(minutes / 60, 1);
  return (
    <table className={styles['figures']}>
      <thead>
        <tr>
          <th scope="col">{header}</th>
          <th scope="col" className={styles['number']}>
            {t('plan:adherence.planned')}
          </th>
          <th scope="col" className={styles['number']}>
            {t('plan:adherence.done')}
          </th>
          <th scope="col">{t('plan:adherence.compared')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.name}</td>
            <td className={styles['number']}>{hours(row.plannedMinutes)}</td>
            <td className={styles['number']}>{hours(row.doneMinutes)}</td>
            <td>
              <AdherenceBadge figures={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Done against planned over the last weeks, grouped as one likes. */
export function AdherenceCard({ today, competencyId, nameOf }: AdherenceCardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [grouping, setGrouping] = useState<Grouping>('weeks');
  const { weeks, setWeeks } = usePlanStore();
  const query = useRouteQuery('plan.adherence', {
    from: shiftDay(today, -7 * weeks),
    to: today,
    ...(competencyId === null ? {} : { competencyId }),
  });
  return (
    <Card
      title={t('plan:adherence.title')}
      actions={
        <Group gap="sm">
          <Select
            size="xs"
            w={150}
            aria-label={t('plan:adherence.span')}
            data={WEEK_CHOICES.map((count) => ({
              value: String(count),
              label: t('plan:adherence.weeks', { count }),
            }))}
            value={String(weeks)}
            onChange={(value) => value !== null && setWeeks(Number(value))}
            allowDeselect={false}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('plan:adherence.grouping')}
            value={grouping}
            onChange={(value) => setGrouping(value)}
            data={(['weeks', 'competencies', 'experts', 'students'] as const).map((value) => ({
              value,
              label: t(`plan:adherence.by.${value}`),
            }))}
          />
        </Group>
      }
    >
      <QueryView query={query}>
        {(data) => {
          const rows: NamedAdherence[] =
            grouping === 'weeks'
              ? data.weeks.map((row) => ({
                  ...row,
                  id: row.week,
                  name: `${format.dayMonth(row.week)} – ${format.dayMonth(shiftDay(row.week, 6))}`,
                }))
              : grouping === 'competencies'
                ? data.competencies.map((row) => ({ ...row, name: nameOf(row.id) }))
                : data[grouping];
          return rows.length === 0 ? (
            <p className={styles['planWords']}>{t('plan:adherence.nothing')}</p>
          ) : (
            <Figures rows={rows} header={t(`plan:adherence.by.${grouping}`)} />
          );
        }}
      </QueryView>
    </Card>
  );
}
