import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionModel } from './selectionModel.ts';

/** With more candidates than this one competency is shown at first: a page of thousands of rows helps nobody. */
const MOST_AT_ONCE = 150;
const ALL = 'all';

interface SquadFilter<T> {
  /** Competencies to show, with what belongs to them. */
  shown: [string, T[]][];
  /** The choice; null where there is nothing to choose from. */
  control: ReactNode;
}

/** Lets one competency be looked at, or all. */
export function useSquadFilter<T>(model: SelectionModel, squads: ReadonlyMap<string, T[]>): SquadFilter<T> {
  const { t } = useTranslation();
  const entries = [...squads];
  const total = entries.reduce((sum, [, squad]) => sum + squad.length, 0);
  const [chosen, setChosen] = useState<string | null>(null);
  const first = total > MOST_AT_ONCE ? (entries[0]?.[0] ?? ALL) : ALL;
  const id = chosen !== null && (chosen === ALL || squads.has(chosen)) ? chosen : first;
  const control =
    entries.length < 2 ? null : (
      <Select
        label={t('selection:entry.competency')}
        searchable
        allowDeselect={false}
        maw={420}
        value={id}
        data={[
          { value: ALL, label: t('selection:filter.all', { number: entries.length }) },
          ...entries.map(([value, squad]) => ({
            value,
            label: `${model.competencyName(value)} (${squad.length})`,
          })),
        ]}
        onChange={setChosen}
      />
    );
  return { shown: entries.filter(([own]) => id === ALL || own === id), control };
}
