import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteQuery } from '../../../client/queries.ts';
import { ChoiceSelect, PeriodSelect } from '../../../records/HistorySelects.tsx';
import { periodStart } from '../../../records/historyPeriod.ts';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import type { HistoryFilter } from '../historyFilter.ts';

interface HistoryFiltersProps {
  filter: HistoryFilter;
  onChange: (filter: HistoryFilter) => void;
}

/** Who, what part of the program, since when, and whether it can be taken back. */
export function HistoryFilters({ filter, onChange }: HistoryFiltersProps): ReactNode {
  const { t } = useTranslation();
  const choices = useRouteQuery('history.listChoices', {}).data ?? { actors: [], areas: [] };
  return (
    <Toolbar>
      {choices.actors.length === 0 ? null : (
        <ChoiceSelect
          label={t('history:filter.who')}
          choices={choices.actors.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.actorId}
          onChange={(actorId) => onChange({ ...filter, actorId })}
        />
      )}
      <ChoiceSelect
        label={t('history:filter.area')}
        choices={choices.areas.map((area) => ({
          value: area,
          label: t(`history:area.${area}`, { defaultValue: area }),
        }))}
        value={filter.area}
        onChange={(area) => onChange({ ...filter, area })}
        isSearchable
      />
      <PeriodSelect
        value={filter.period}
        onChange={(period) =>
          onChange({ ...filter, period, from: period && periodStart(period, new Date()) })
        }
      />
      <Switch
        label={t('history:filter.undoable')}
        checked={filter.undoableOnly}
        onChange={(event) => onChange({ ...filter, undoableOnly: event.currentTarget.checked })}
      />
    </Toolbar>
  );
}
