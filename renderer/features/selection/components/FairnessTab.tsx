import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import { reportFairness, type FairnessLine } from '#shared/domain/selection/fairness.ts';
import { ValueBar } from '../../../charts/ValueBar.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { previewInputs, type SelectionModel } from '../selectionModel.ts';
import styles from './selection.module.css';

interface FairnessTabProps {
  model: SelectionModel;
  scenario: SelectionScenario;
}

/** Chosen against eligible by group and course, so that a pattern is noticed. */
export function FairnessTab({ model, scenario }: FairnessTabProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = scenario.runs[0]?.outcome;
  const main = new Set(
    outcome?.kind === 'chosen'
      ? outcome.choice.picks.filter(({ seat }) => seat === 'main').map(({ studentId }) => studentId)
      : [],
  );
  const inputs = previewInputs(model, scenario.config);
  const students = Map.groupBy(inputs.candidates, ({ studentId }) => studentId);
  const lines = reportFairness(
    [...students].map(([studentId, places]) => ({
      group: places[0]?.group ?? '',
      course: places[0]?.course ?? null,
      isEligible: places.some(({ isEligible }) => isEligible),
      isChosen: main.has(studentId),
    })),
  );
  const table = (attribute: FairnessLine['attribute']): ReactNode => (
    <Card title={t(`selection:fairness.by.${attribute}`)}>
      <SimpleTable
        label={t(`selection:fairness.by.${attribute}`)}
        rows={lines.filter((line) => line.attribute === attribute)}
        rowKey={({ value }) => value}
        columns={[
          {
            id: 'value',
            header: t(`selection:attribute.${attribute}`),
            cell: ({ value }) => (value === '' ? t('common:field.none') : value),
          },
          {
            id: 'candidates',
            header: t('selection:fairness.candidates'),
            align: 'end',
            cell: ({ candidates }) => candidates,
          },
          {
            id: 'eligible',
            header: t('selection:fairness.eligible'),
            align: 'end',
            cell: ({ eligible }) => eligible,
          },
          {
            id: 'chosen',
            header: t('selection:fairness.chosen'),
            align: 'end',
            cell: ({ chosen }) => chosen,
          },
          {
            id: 'share',
            header: t('selection:fairness.share'),
            cell: ({ eligible, chosen }) =>
              eligible === 0 ? (
                '–'
              ) : (
                <ValueBar
                  value={(100 * chosen) / eligible}
                  label={format.percent((100 * chosen) / eligible, 0)}
                />
              ),
          },
        ]}
      />
    </Card>
  );
  return (
    <div className={styles['stack']}>
      <Notice title={t('selection:fairness.title')}>
        <p className={styles['line']}>{t('selection:fairness.text')}</p>
      </Notice>
      {table('group')}
      {table('course')}
    </div>
  );
}
