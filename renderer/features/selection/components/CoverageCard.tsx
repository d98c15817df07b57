import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pick } from '#shared/domain/selection/problem.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { IntervalBars } from '../../../charts/IntervalBars.tsx';
import type { SelectionModel } from '../selectionModel.ts';

interface CoverageCardProps {
  model: SelectionModel;
  picks: readonly Pick[];
}

/** How far the seats of each competency are filled. */
export function CoverageCard({ model, picks }: CoverageCardProps): ReactNode {
  const { t } = useTranslation();
  const rows = model.championship.competencies.map((entry) => {
    const own = picks.filter(({ competencyId }) => competencyId === entry.competencyId);
    const main = own.filter(({ seat }) => seat === 'main').length;
    const mainSeats = entry.mainSeats * entry.teamSize;
    return {
      id: entry.competencyId,
      name: model.competencyName(entry.competencyId),
      share: mainSeats === 0 ? 100 : (100 * main) / mainSeats,
      isFull: main >= mainSeats,
      main: `${main} / ${mainSeats}`,
      reserve: `${own.length - main} / ${entry.reserveSeats}`,
      people: own.map(
        ({ studentId, seat }) => `${model.studentName(studentId)} (${t(`selection:seat.${seat}`)})`,
      ),
    };
  });
  const empty = rows.filter(({ isFull }) => !isFull).length;
  return (
    <ChartFrame
      subject={model.championship.name}
      title={t('selection:coverage.title')}
      sentence={empty === 0 ? t('selection:coverage.full') : t('selection:coverage.gaps', { count: empty })}
      table={{
        columns: [
          { header: t('selection:entry.competency') },
          { header: t('selection:seat.main'), align: 'end' },
          { header: t('selection:seat.reserve'), align: 'end' },
        ],
        rows: rows.map(({ id, name, main, reserve }) => ({ key: id, cells: [name, main, reserve] })),
      }}
    >
      <IntervalBars
        label={t('selection:coverage.title')}
        rows={rows.map((row) => ({
          id: row.id,
          label: row.name,
          value: row.share,
          interval: null,
          other: null,
          isStrong: row.isFull,
          text: t('selection:coverage.row', { main: row.main, reserve: row.reserve }),
          details: row.people,
        }))}
      />
    </ChartFrame>
  );
}
