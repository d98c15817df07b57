import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionValued } from '#shared/contract/selectionCandidates.ts';
import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import type { EligibilityCheck } from '#shared/domain/selection/eligibility.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { findRun } from '../decidedTeam.ts';
import {
  exceptionsOf,
  objectionsOf,
  previewValues,
  unmetOf,
  type SelectionModel,
} from '../selectionModel.ts';
import { OwnParts } from './OwnParts.tsx';
import { OwnReasons } from './OwnReasons.tsx';
import { SelectionLoader } from './SelectionLoader.tsx';
import styles from './selection.module.css';

interface OwnProps {
  model: SelectionModel;
  config: ScenarioConfig;
  values: readonly SelectionValued[];
  unmet: (value: SelectionValued) => EligibilityCheck[];
  exceptions: (value: SelectionValued) => EligibilityCheck[];
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
          unmet={(value) => objectionsOf(run, value)}
          exceptions={(value) => objectionsOf(run, value, true)}
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
      unmet={(value) => unmetOf(model, scenario.config, value)}
      exceptions={(value) => exceptionsOf(model, scenario.config, value)}
      studentId={studentId}
    />
  );
}

function OwnFigures({ model, config, values, ...rest }: OwnProps): ReactNode {
  const { studentId } = rest;
  return (
    <>
      {values
        .filter((one) => one.studentId === studentId)
        .map((value) => (
          <Card key={value.competencyId} title={model.competencyName(value.competencyId)}>
            <OwnReasons model={model} config={config} value={value} values={values} {...rest} />
            <OwnParts config={config} value={value} />
          </Card>
        ))}
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
              actions={<PrintButtons title={`${model.studentName(studentId)} – ${selection.name}`} />}
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
            <p className={styles['soft']}>{t('selection:own.only')}</p>
          </Page>
        );
      }}
    </SelectionLoader>
  );
}
