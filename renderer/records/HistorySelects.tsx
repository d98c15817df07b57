import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { periods, type Period } from './historyPeriod.ts';

interface ChoiceSelectProps {
  label: string;
  choices: readonly { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
  isSearchable?: boolean;
}

/** One way to narrow a history: nothing chosen, no limit. */
export function ChoiceSelect(props: ChoiceSelectProps): ReactNode {
  const { label, choices, value, onChange, isSearchable = false } = props;
  return (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      searchable={isSearchable}
      data={choices.map((choice) => ({ ...choice }))}
      value={value}
      onChange={onChange}
    />
  );
}

interface PeriodSelectProps {
  value: Period | null;
  onChange: (period: Period | null) => void;
}

/** Since when. */
export function PeriodSelect({ value, onChange }: PeriodSelectProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ChoiceSelect
      label={t('history:filter.period')}
      choices={periods.map((period) => ({ value: period, label: t(`history:period.${period}`) }))}
      value={value}
      onChange={(chosen) => onChange(periods.find((known) => known === chosen) ?? null)}
    />
  );
}
