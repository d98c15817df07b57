import { Button, Select, Tabs } from '@mantine/core';
import { IconCopy, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SelectionScenario } from '#shared/contract/selectionView.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { Allowed, EditOnly } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { SelectionModel } from '../selectionModel.ts';
import { CandidatesTab } from './CandidatesTab.tsx';
import { CriteriaTab } from './CriteriaTab.tsx';
import { DecisionTab } from './DecisionTab.tsx';
import { FairnessTab } from './FairnessTab.tsx';
import { ResultTab } from './ResultTab.tsx';
import { RulesTab } from './RulesTab.tsx';
import { ScenariosTab } from './ScenariosTab.tsx';
import { SelectionLoader } from './SelectionLoader.tsx';
import styles from './selection.module.css';

const TABS = ['candidates', 'criteria', 'rules', 'result', 'scenarios', 'decision', 'fairness'] as const;

interface ScenarioBarProps {
  model: SelectionModel;
  scenario: SelectionScenario;
  onChoose: (id: string) => void;
}

function ScenarioBar({ model, scenario, onChoose }: ScenarioBarProps): ReactNode {
  const { t } = useTranslation();
  const create = useCommand('selection.createScenario');
  const remove = useCommand('selection.removeScenario', { offerUndo: true });
  const { scenarios, selection } = model.view;
  const copy = (): void => {
    const name = t('selection:scenario.copyOf', { name: scenario.name });
    const input = { selectionId: selection.id, name, notes: '', config: scenario.config };
    create.mutate(input, { onSuccess: ({ id }) => onChoose(id) });
  };
  return (
    <div className={styles['controls']}>
      <Select
        label={t('selection:scenario.label')}
        allowDeselect={false}
        value={scenario.id}
        data={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          if (id !== null) onChoose(id);
        }}
      />
      <Allowed command="selection.createScenario">
        <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
          {t('selection:scenario.copy')}
        </Button>
      </Allowed>
      {scenarios.length > 1 ? (
        <Allowed command="selection.removeScenario">
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => remove.mutate({ id: scenario.id }, { onSuccess: () => onChoose('') })}
          >
            {t('common:action.remove')}
          </Button>
        </Allowed>
      ) : null}
    </div>
  );
}

function SelectionView({ model }: { model: SelectionModel }): ReactNode {
  const { t } = useTranslation();
  const { selection, scenarios } = model.view;
  const [chosenId, setChosenId] = useState('');
  const stored = scenarios.find(({ id }) => id === chosenId) ?? scenarios[0];
  // What is being moved now, before it is stored: the effect is seen at once.
  const [draft, setDraft] = useState<{ id: string; config: ScenarioConfig } | null>(null);
  const update = useCommand('selection.updateScenario');
  const scenario = useMemo(
    () => (stored && draft?.id === stored.id ? { ...stored, config: draft.config } : stored),
    [stored, draft],
  );
  if (!scenario) return null;
  const show = (config: ScenarioConfig): void => setDraft({ id: scenario.id, config });
  const store = (config: ScenarioConfig): void => {
    show(config);
    update.mutate({ id: scenario.id, name: scenario.name, notes: scenario.notes, config });
  };
  const shared = { model, scenario, onChange: store };
  return (
    <Page>
      <PageHeader
        title={selection.name}
        back={{ href: '/selection', label: t('nav:selection') }}
        hint={
          <>
            {model.championship.name} <StatusBadge>{t(`selection:status.${selection.status}`)}</StatusBadge>
          </>
        }
        actions={
          <Button
            component={Link}
            href={`/selection/${selection.id}/protocol`}
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
          >
            {t('selection:protocol.open')}
          </Button>
        }
      />
      <ScenarioBar model={model} scenario={scenario} onChoose={setChosenId} />
      <Tabs defaultValue="candidates" keepMounted={false}>
        <Tabs.List mb="md">
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`selection:tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="candidates">
          <CandidatesTab {...shared} />
        </Tabs.Panel>
        <Tabs.Panel value="criteria">
          <CriteriaTab {...shared} onMove={show} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <EditOnly command="selection.updateScenario">
            <RulesTab {...shared} />
          </EditOnly>
        </Tabs.Panel>
        <Tabs.Panel value="result">
          <ResultTab {...shared} />
        </Tabs.Panel>
        <Tabs.Panel value="scenarios">
          <ScenariosTab model={model} />
        </Tabs.Panel>
        <Tabs.Panel value="decision">
          <DecisionTab model={model} scenario={scenario} />
        </Tabs.Panel>
        <Tabs.Panel value="fairness">
          <FairnessTab model={model} scenario={scenario} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** One selection: who can be chosen, what counts, the rules, the choice and its why, the decision. */
export function SelectionPage({ id }: { id: string }): ReactNode {
  return <SelectionLoader id={id}>{(model) => <SelectionView model={model} />}</SelectionLoader>;
}
