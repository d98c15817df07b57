import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import {
  REMARKABLE,
  fairnessAttributes,
  reportFairness,
  type FairnessAttribute,
  type FairnessLine,
} from '#shared/domain/selection/fairness.ts';
import { ValueBar } from '../../../charts/ValueBar.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import type { SelectionModel } from '../selectionModel.ts';
import styles from './selection.module.css';

interface FairnessTabProps {
  model: SelectionModel;
  scenario: SelectionScenario;
}

type Run = RouteOutput<'selection.getRun'>;

/** Chosen against eligible as they were when the run was made. */
function linesOf(model: SelectionModel, run: Run): FairnessLine[] {
  const main = new Set(
    run.outcome.kind === 'chosen'
      ? run.outcome.choice.picks.filter(({ seat }) => seat === 'main').map(({ studentId }) => studentId)
      : [],
  );
  return reportFairness(
    [...Map.groupBy(run.candidates, ({ studentId }) => studentId)].map(([studentId, places]) => {
      const student = model.students.get(studentId);
      return {
        group: student?.groupName ?? '',
        course: student?.course ?? null,
        sex: student?.sex ?? null,
        isEligible: places.some(({ isEligible }) => isEligible),
        isChosen: main.has(studentId),
      };
    }),
  );
}

function valueName(t: TFunction, { attribute, value }: FairnessLine): string {
  if (value === '') return t('common:field.none');
  return attribute === 'sex' ? t(`people:sex.${value === 'female' ? 'female' : 'male'}`) : value;
}

function ByAttribute(props: { attribute: FairnessAttribute; lines: readonly FairnessLine[] }): ReactNode {
  const { attribute, lines } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const rows = lines.filter((line) => line.attribute === attribute);
  const remarkable = rows.filter(({ chance }) => chance < REMARKABLE);
  return (
    <Card title={t(`selection:fairness.by.${attribute}`)}>
      {remarkable.length === 0 ? (
        <p className={styles['line']}>{t('selection:fairness.nothing')}</p>
      ) : (
        <ul className={styles['reasons']}>
          {remarkable.map((line) => (
            <li key={line.value}>
              {t('selection:fairness.remarkable', {
                value: valueName(t, line),
                chosen: line.chosen,
                eligible: line.eligible,
                expected: format.number(line.expected, 1),
                chance: format.percent(100 * line.chance, 1),
              })}
            </li>
          ))}
        </ul>
      )}
      <SimpleTable
        label={t(`selection:fairness.by.${attribute}`)}
        rows={rows}
        rowKey={({ value }) => value}
        columns={[
          {
            id: 'value',
            header: t(`selection:attribute.${attribute}`),
            cell: (line) => valueName(t, line),
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
            id: 'expected',
            header: t('selection:fairness.expected'),
            align: 'end',
            cell: ({ expected }) => format.number(expected, 1),
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
}

function Report({ model, runId }: { model: SelectionModel; runId: string }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('selection.getRun', { runId });
  return (
    <QueryView query={query}>
      {(run) => {
        const lines = linesOf(model, run);
        return (
          <div className={styles['stack']}>
            <Notice title={t('selection:fairness.title')}>
              <p className={styles['line']}>{t('selection:fairness.text')}</p>
            </Notice>
            {fairnessAttributes.map((attribute) => (
              <ByAttribute key={attribute} attribute={attribute} lines={lines} />
            ))}
          </div>
        );
      }}
    </QueryView>
  );
}

/** Chosen against eligible by group, course and sex, so that a pattern is noticed. */
export function FairnessTab({ model, scenario }: FairnessTabProps): ReactNode {
  const { t } = useTranslation();
  const run = scenario.runs.find(({ outcome }) => outcome.kind === 'chosen');
  if (!run) return <EmptyState title={t('selection:noRun.title')} text={t('selection:fairness.needsRun')} />;
  return <Report model={model} runId={model.view.selection.decidedRunId ?? run.id} />;
}
