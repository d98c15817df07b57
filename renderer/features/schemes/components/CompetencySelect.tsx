import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompetencyChoices } from '../../../client/useCompetencies.ts';

interface CompetencySelectProps {
  value: string | null;
  onChange: (value: string | null) => void;
  description?: string;
}

/** The competency that a scheme is for; none is allowed. */
export function CompetencySelect({ value, onChange, description }: CompetencySelectProps): ReactNode {
  const { t } = useTranslation();
  const { squads, others } = useCompetencyChoices();
  return (
    <Select
      label={t('schemes:field.competency')}
      {...(description === undefined ? {} : { description })}
      data={[
        { group: t('schemes:competency.squads'), items: squads },
        { group: t('schemes:competency.others'), items: others },
      ]}
      value={value}
      onChange={onChange}
      searchable
      openOnFocus={false}
      clearable
      clearButtonProps={{ 'aria-label': t('common:action.clear') }}
      nothingFoundMessage={t('schemes:competency.notFound')}
    />
  );
}
