import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import { EditOnly } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable, type SimpleColumn } from '../../../ui/SimpleTable.tsx';
import { criterionName, ruleSentence, type SelectionModel } from '../selectionModel.ts';
import styles from './selection.module.css';

interface Line {
  id: string;
  header: string;
  cell: (scenario: SelectionScenario) => ReactNode;
}

/** Scenarios side by side: settings, figures and teams. */
export function ScenariosTab({ model }: { model: SelectionModel }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const update = useCommand('selection.updateScenario');
  const store = (scenario: SelectionScenario, patch: { name?: string; notes?: string }): void => {
    const { id, name, notes, config } = scenario;
    update.mutate({ id, name, notes, config, ...patch });
  };
  const choiceOf = (scenario: SelectionScenario) => {
    const outcome = scenario.runs[0]?.outcome;
    return outcome?.kind === 'chosen' ? outcome.choice : null;
  };
  const lines: Line[] = [
    {
      id: 'name',
      header: t('selection:scenario.name'),
      cell: (scenario) => (
        <EditOnly command="selection.updateScenario" key={scenario.name}>
          <TextInput
            size="xs"
            aria-label={`${t('selection:scenario.name')}: ${scenario.name}`}
            defaultValue={scenario.name}
            onBlur={(event) => {
              const name = event.currentTarget.value.trim();
              if (name !== '' && name !== scenario.name) store(scenario, { name });
            }}
          />
        </EditOnly>
      ),
    },
    {
      id: 'notes',
      header: t('selection:scenario.notes'),
      cell: (scenario) => (
        <EditOnly command="selection.updateScenario" key={scenario.notes}>
          <Textarea
            size="xs"
            autosize
            minRows={2}
            aria-label={`${t('selection:scenario.notes')}: ${scenario.name}`}
            defaultValue={scenario.notes}
            onBlur={(event) => {
              const notes = event.currentTarget.value;
              if (notes !== scenario.notes) store(scenario, { notes });
            }}
          />
        </EditOnly>
      ),
    },
    {
      id: 'weights',
      header: t('selection:criteria.title'),
      cell: ({ config }) =>
        config.criteria
          .filter(({ weight }) => weight > 0)
          .map(({ key, name, weight }) => `${criterionName(t, key, name)} ${format.number(weight)}`)
          .join(', '),
    },
    {
      id: 'objective',
      header: t('selection:objective.label'),
      cell: ({ config }) => t(`selection:objective.${config.objective}`),
    },
    {
      id: 'rules',
      header: t('selection:rules.title'),
      cell: ({ config }) =>
        config.rules.length === 0 ? (
          '–'
        ) : (
          <ul className={styles['reasons']}>
            {config.rules.map((rule) => (
              <li key={rule.id}>{ruleSentence(t, model, rule)}</li>
            ))}
          </ul>
        ),
    },
    {
      id: 'total',
      header: t('selection:total.main'),
      cell: (scenario) => {
        const choice = choiceOf(scenario);
        return choice ? format.number(choice.totals.main / 100, 2) : '–';
      },
    },
    {
      id: 'weakest',
      header: t('selection:total.weakest'),
      cell: (scenario) => {
        const weakest = choiceOf(scenario)?.totals.weakest ?? null;
        return weakest === null ? '–' : format.number(weakest / 100, 2);
      },
    },
    ...model.championship.competencies.map(({ competencyId }) => ({
      id: competencyId,
      header: model.competencyName(competencyId),
      cell: (scenario: SelectionScenario) =>
        choiceOf(scenario)
          ?.picks.filter((pick) => pick.competencyId === competencyId)
          .toSorted((a, b) => (a.seat < b.seat ? -1 : 1))
          .map((pick) => `${model.studentName(pick.studentId)} (${t(`selection:seat.${pick.seat}`)})`)
          .join('; ') ?? '–',
    })),
  ];
  const columns: SimpleColumn<Line>[] = [
    { id: 'line', header: t('selection:scenario.label'), cell: (line) => line.header },
    ...model.view.scenarios.map((scenario) => ({
      id: scenario.id,
      header: scenario.name,
      cell: (line: Line) => line.cell(scenario),
    })),
  ];
  return (
    <Card title={t('selection:tab.scenarios')}>
      <SimpleTable
        label={t('selection:tab.scenarios')}
        rows={lines}
        rowKey={({ id }) => id}
        columns={columns}
      />
    </Card>
  );
}
