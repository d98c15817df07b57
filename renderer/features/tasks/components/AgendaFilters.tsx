import { ActionIcon, Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaKinds, type AgendaEntry } from '#shared/contract/tasks.ts';
import { stepMonth } from '#shared/domain/tasks/month.ts';
import { useCompetencyChoices } from '../../../client/useCompetencies.ts';
import { useExpertChoices } from '../../../client/usePeople.ts';
import { todayHere } from '../../../i18n/today.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { useTasksStore } from '../tasks.store.ts';

/** What the calendar is narrowed to; null lets everything through. */
export interface AgendaChoice {
  /** Days of the list. */
  from: string;
  to: string;
  /** First day of the month that is shown. */
  month: string;
  personId: string | null;
  competencyId: string | null;
  kind: AgendaEntry['kind'] | null;
}

interface AgendaFiltersProps {
  choice: AgendaChoice;
  onChange: (choice: AgendaChoice) => void;
}

function MonthSteps({ choice, onChange }: AgendaFiltersProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const step = (months: number): void => onChange({ ...choice, month: stepMonth(choice.month, months) });
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" aria-label={t('tasks:month.previous')} onClick={() => step(-1)}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <Button
        variant="default"
        size="compact-md"
        onClick={() => onChange({ ...choice, month: stepMonth(todayHere(), 0) })}
      >
        {t('tasks:month.now')}
      </Button>
      <ActionIcon variant="default" aria-label={t('tasks:month.next')} onClick={() => step(1)}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      <strong aria-live="polite">{format.month(choice.month)}</strong>
    </Group>
  );
}

function Span({ choice, onChange }: AgendaFiltersProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap={8} wrap="nowrap">
      <DateField
        label={t('tasks:filter.from')}
        isLabelHidden
        isAlwaysSet
        width={140}
        value={choice.from}
        onChange={(from) => from !== null && onChange({ ...choice, from })}
      />
      <DateField
        label={t('tasks:filter.to')}
        isLabelHidden
        isAlwaysSet
        width={140}
        value={choice.to}
        onChange={(to) => to !== null && onChange({ ...choice, to })}
      />
    </Group>
  );
}

/** Narrows tasks and calendar to a person, a competency, a kind, some days. */
export function AgendaFilters({ choice, onChange }: AgendaFiltersProps): ReactNode {
  const { t } = useTranslation();
  const experts = useExpertChoices();
  const { squads } = useCompetencyChoices();
  const { view, setView } = useTasksStore();
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('common:action.clear') } };
  return (
    <Toolbar>
      <SegmentedControl
        size="xs"
        aria-label={t('tasks:month.view')}
        value={view}
        onChange={setView}
        data={(['month', 'list'] as const).map((value) => ({ value, label: t(`tasks:month.${value}`) }))}
      />
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
      {view === 'month' ? (
        <MonthSteps choice={choice} onChange={onChange} />
      ) : (
        <Span choice={choice} onChange={onChange} />
      )}
    </Toolbar>
  );
}
