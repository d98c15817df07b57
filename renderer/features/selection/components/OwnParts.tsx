import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionValued } from '#shared/contract/selectionCandidates.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { ValueBar } from '../../../charts/ValueBar.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { criterionName } from '../selectionModel.ts';

/** One candidate's value and what each criterion gives to it. */
export function OwnParts({ config, value }: { config: ScenarioConfig; value: SelectionValued }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <ValueBar
        value={value.value}
        margin={1.64 * value.deviation}
        isStrong
        label={`${format.number(value.value, 1)} ± ${format.number(1.64 * value.deviation, 1)}`}
      />
      <SimpleTable
        label={t('selection:criteria.title')}
        rows={value.parts}
        rowKey={({ key }) => key}
        columns={[
          {
            id: 'name',
            header: t('selection:own.criterion'),
            cell: ({ key }) =>
              criterionName(t, key, config.criteria.find((one) => one.key === key)?.name ?? ''),
          },
          {
            id: 'raw',
            header: t('selection:own.figure'),
            align: 'end',
            cell: ({ raw }) => (raw === null ? '–' : format.number(raw, 1)),
          },
          {
            id: 'share',
            header: t('selection:own.share'),
            align: 'end',
            cell: ({ share }) => format.percent(100 * share, 0),
          },
          {
            id: 'points',
            header: t('selection:own.points'),
            align: 'end',
            cell: ({ points }) => format.number(points, 1),
          },
        ]}
      />
    </>
  );
}
