import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaKinds, type AgendaEntry } from '#shared/contract/tasks.ts';
import { useCompetencyChoices } from '../../../client/useCompetencies.ts';
import { useExpertChoices } from '../../../client/usePeople.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';

/** What the calendar is narrowed to; null lets everything through. */
export interface AgendaChoice {
  from: string;
  to: string;
  personId: string | null;
  competencyId: string | null;
  kind: AgendaEntry['kind'] | null;
}

interface AgendaFiltersProps {
  choice: AgendaChoice;
  onChange: (choice: AgendaChoice) => void;
}

/** Narrows tasks and calendar to a person, a competency, a kind, some days. */
export function AgendaFilters({ choice, onChange }: AgendaFiltersProps): ReactNode {
  const { t } = useTranslation();
  const experts = useExpertChoices();
  const { squads } = useCompetencyChoices();
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('common:action.clear') } };
  return (
    <Toolbar>
      <Select
        w={230}
        aria-label={t('tasks:filter.person')}
        placeholder={t('tasks:filter.anyPerson')}
        data={experts}
        value={choice.personId}
        onChange={(personId) => onChange({ ...choice, personId })}
        searchable
        {...clear}
      />
      <Select
        w={230}
        aria-label={t('tasks:filter.competency')}
        placeholder={t('tasks:filter.anyCompetency')}
        data={squads}
        value={choice.competencyId}
        onChange={(competencyId) => onChange({ ...choice, competencyId })}
        searchable
        {...clear}
      />
      <Select
        w={200}
        aria-label={t('tasks:filter.kind')}
        placeholder={t('tasks:filter.anyKind')}
        data={agendaKinds.map((value) => ({ value, label: t(`tasks:kind.${value}`) }))}
        value={choice.kind}
        onChange={(kind) => onChange({ ...choice, kind })}
        {...clear}
      />
      <DateField
        label={t('tasks:filter.from')}
        isLabelHidden
        width={140}
        value={choice.from}
        onChange={(from) => from !== null && onChange({ ...choice, from })}
      />
      <DateField
        label={t('tasks:filter.to')}
        isLabelHidden
        width={140}
        value={choice.to}
        onChange={(to) => to !== null && onChange({ ...choice, to })}
      />
    </Toolbar>
  );
}
