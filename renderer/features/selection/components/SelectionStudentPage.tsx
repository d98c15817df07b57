import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionValued } from '#shared/contract/selectionCandidates.ts';
import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import type { EligibilityCheck } from '#shared/domain/selection/eligibility.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { ValueBar } from '../../../charts/ValueBar.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { findRun, teamAfter } from '../decidedTeam.ts';
import {
  checkSentence,
  checksOf,
  criterionName,
  objectionsOf,
  previewValues,
  type SelectionModel,
} from '../selectionModel.ts';
import { SelectionLoader } from './SelectionLoader.tsx';
import styles from './selection.module.css';

interface OwnProps {
  model: SelectionModel;
  config: ScenarioConfig;
  values: readonly SelectionValued[];
  objections: (value: SelectionValued) => EligibilityCheck[];
  studentId: string;
}

interface DecidedProps {
  model: SelectionModel;
  runId: string;
  studentId: string;
}

/** Figures as they were when it was decided. */
function DecidedFigures({ model, runId, studentId }: DecidedProps): ReactNode {
  const query = useRouteQuery('selection.getRun', { runId });
  return (
    <QueryView query={query}>
      {(run) => (
        <OwnFigures
          model={model}
          config={run.config}
          values={run.candidates}
          objections={(value) => objectionsOf(run, value)}
          studentId={studentId}
        />
      )}
    </QueryView>
  );
}

interface PresentProps {
  model: SelectionModel;
  scenario: SelectionScenario;
  studentId: string;
}

/** Figures as they are now, before a decision. */
function PresentFigures({ model, scenario, studentId }: PresentProps): ReactNode {
  return (
    <OwnFigures
      model={model}
      config={scenario.config}
      values={previewValues(model, scenario.config)}
      objections={(value) => checksOf(model, scenario.config, value).filter(({ state }) => state !== 'pass')}
      studentId={studentId}
    />
  );
}

function OwnFigures({ model, config, values, objections, studentId }: OwnProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { selection, replacements } = model.view;
  const run = findRun(model.view, selection.decidedRunId);
  const team = run ? teamAfter(run, replacements) : [];
  const own = values.filter((one) => one.studentId === studentId);
  return (
    <>
      {own.map((value) => {
        const failed = objections(value);
        const place = team.find(
          (one) => one.studentId === studentId && one.competencyId === value.competencyId,
        );
        return (
          <Card key={value.competencyId} title={model.competencyName(value.competencyId)}>
            {run ? (
              <p>
                {t('selection:own.decision', {
                  place: place ? t(`selection:seat.${place.seat}`) : t('selection:place.none'),
                })}
              </p>
            ) : (
              <p>{t('selection:own.notYet')}</p>
            )}
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
            {failed.length === 0 ? null : (
              <ul className={styles['reasons']}>
                {failed.map((check) => (
                  <li key={check.rule}>{checkSentence(t, format, check)}</li>
                ))}
              </ul>
            )}
          </Card>
        );
      })}
    </>
  );
}

/** What a student is shown: only the own figures and reasons, nobody else's. */
export function SelectionStudentPage({ id, studentId }: { id: string; studentId: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <SelectionLoader id={id}>
      {(model) => {
        const { scenarios, selection } = model.view;
        const decided = findRun(model.view, selection.decidedRunId);
        const scenario = scenarios.find((one) => one.id === decided?.scenarioId) ?? scenarios[0];
        return (
          <Page>
            <PageHeader
              title={model.studentName(studentId)}
              hint={`${model.championship.name} · ${selection.name}`}
              back={{ href: `/selection/${id}`, label: selection.name }}
              actions={
                <Button
                  variant="default"
                  leftSection={<IconPrinter size={16} aria-hidden />}
                  onClick={() => window.print()}
                >
                  {t('selection:protocol.print')}
                </Button>
              }
            />
            {scenario && model.students.has(studentId) ? (
              selection.decidedRunId === null ? (
                <PresentFigures model={model} scenario={scenario} studentId={studentId} />
              ) : (
                <DecidedFigures model={model} runId={selection.decidedRunId} studentId={studentId} />
              )
            ) : (
              <EmptyState title={t('selection:own.nothing')} text={t('selection:own.nothingText')} />
            )}
          </Page>
        );
      }}
    </SelectionLoader>
  );
}
