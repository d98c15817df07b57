import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompetencyChoices } from '../../../client/useCompetencies.ts';

interface CompetencyFieldProps {
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
  isRequired?: boolean;
}

/** A competency, those with a squad first. */
export function CompetencyField({ value, onChange, error, isRequired }: CompetencyFieldProps): ReactNode {
  const { t } = useTranslation();
  const { squads, others } = useCompetencyChoices();
  return (
    <Select
      label={t('base:column.competency')}
      data={[
        { group: t('base:squads'), items: squads },
        { group: t('base:others'), items: others },
      ]}
      value={value}
      onChange={onChange}
      error={error}
      searchable
      clearable={isRequired !== true}
      withAsterisk={isRequired === true}
    />
  );
}
