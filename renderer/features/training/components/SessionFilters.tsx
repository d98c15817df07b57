import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompetencyChoices } from '../../../client/useCompetencies.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { periodKinds } from '../period.ts';
import { useTrainingStore } from '../training.store.ts';

/** Filters of the list of sessions. */
export function SessionFilters({ count }: { count: number }): ReactNode {
  const { t } = useTranslation();
  const { filter, setFilter } = useTrainingStore();
  const { squads, others } = useCompetencyChoices();
  return (
    <Toolbar count={t('training:session.count', { count })}>
      <Select
        w={300}
        aria-label={t('training:field.competency')}
        placeholder={t('training:filter.anyCompetency')}
        data={[
          { group: t('training:competency.squads'), items: squads },
          { group: t('training:competency.others'), items: others },
        ]}
        value={filter.competencyId}
        onChange={(competencyId) => setFilter({ competencyId })}
        searchable
        openOnFocus={false}
        clearable
        nothingFoundMessage={t('training:competency.notFound')}
        clearButtonProps={{ 'aria-label': t('common:action.clear') }}
      />
      <Select
        w={210}
        aria-label={t('training:filter.period')}
        data={periodKinds.map((value) => ({ value, label: t(`training:period.${value}`) }))}
        value={filter.period}
        onChange={(period) => period !== null && setFilter({ period })}
        allowDeselect={false}
      />
      {filter.period === 'own' ? (
        <>
          <DateField
            label={t('training:filter.from')}
            isLabelHidden
            value={filter.from}
            onChange={(from) => setFilter({ from })}
            width={150}
          />
          <DateField
            label={t('training:filter.to')}
            isLabelHidden
            value={filter.to}
            onChange={(to) => setFilter({ to })}
            width={150}
          />
        </>
      ) : null}
    </Toolbar>
  );
}
