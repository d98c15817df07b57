import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pick } from '#shared/domain/selection/problem.ts';
import { ValueBar } from '../../../charts/ValueBar.tsx';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
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
    return {
      id: entry.competencyId,
      main,
      mainSeats: entry.mainSeats * entry.teamSize,
      reserve: own.length - main,
      reserveSeats: entry.reserveSeats,
    };
  });
  const empty = rows.filter(({ main, mainSeats }) => main < mainSeats).length;
  return (
    <Card title={t('selection:coverage.title')}>
      <p>{empty === 0 ? t('selection:coverage.full') : t('selection:coverage.gaps', { count: empty })}</p>
      <SimpleTable
        label={t('selection:coverage.title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            header: t('selection:entry.competency'),
            cell: ({ id }) => model.competencyName(id),
          },
          {
            id: 'main',
            header: t('selection:seat.main'),
            cell: ({ main, mainSeats }) => (
              <ValueBar
                value={mainSeats === 0 ? 100 : (100 * main) / mainSeats}
                isStrong={main >= mainSeats}
                label={`${main} / ${mainSeats}`}
              />
            ),
          },
          {
            id: 'reserve',
            header: t('selection:seat.reserve'),
            align: 'end',
            cell: ({ reserve, reserveSeats }) => `${reserve} / ${reserveSeats}`,
          },
        ]}
      />
    </Card>
  );
}
