import { Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteQuery } from '../../../client/queries.ts';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { periodStart, type HistoryFilter, type Period } from '../historyFilter.ts';

const PERIODS: readonly Period[] = ['day', 'week', 'month'];

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
        <Select
          aria-label={t('history:filter.who')}
          placeholder={t('history:filter.who')}
          clearable
          data={choices.actors.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.actorId}
          onChange={(actorId) => onChange({ ...filter, actorId })}
        />
      )}
      <Select
        aria-label={t('history:filter.area')}
        placeholder={t('history:filter.area')}
        clearable
        searchable
        data={choices.areas.map((area) => ({
          value: area,
          label: t(`history:area.${area}`, { defaultValue: area }),
        }))}
        value={filter.area}
        onChange={(area) => onChange({ ...filter, area })}
      />
      <Select
        aria-label={t('history:filter.period')}
        placeholder={t('history:filter.period')}
        clearable
        data={PERIODS.map((value) => ({ value, label: t(`history:period.${value}`) }))}
        value={filter.period}
        onChange={(value) => {
          const period = PERIODS.find((known) => known === value) ?? null;
          onChange({ ...filter, period, from: period && periodStart(period, new Date()) });
        }}
      />
      <Switch
        label={t('history:filter.undoable')}
        checked={filter.undoableOnly}
        onChange={(event) => onChange({ ...filter, undoableOnly: event.currentTarget.checked })}
      />
    </Toolbar>
  );
}
