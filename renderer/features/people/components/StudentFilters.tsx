import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompareText } from '../../../i18n/useLanguage.ts';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { useStudents } from '../people.queries.ts';
import { usePeopleStore } from '../people.store.ts';
import { consents, statuses } from '../studentChoices.ts';

/** Search and filters of the list of students. */
export function StudentFilters({ count }: { count: number }): ReactNode {
  const { t } = useTranslation();
  const compareText = useCompareText();
  const { filter, setFilter } = usePeopleStore();
  const all = useStudents('').data?.students;
  const groups = useMemo(
    () =>
      [...new Set((all ?? []).map((row) => row.groupName))].filter((name) => name !== '').sort(compareText),
    [all, compareText],
  );
  const clearLabel = { 'aria-label': t('common:action.clear') };
  return (
    <Toolbar count={t('people:student.count', { count })}>
      <SearchField
        label={t('people:student.search')}
        value={filter.search}
        onChange={(search) => setFilter({ search })}
      />
      <Select
        w={190}
        aria-label={t('people:field.status')}
        placeholder={t('people:filter.anyStatus')}
        data={statuses.map((value) => ({ value, label: t(`people:status.${value}`) }))}
        value={filter.status}
        onChange={(status) => setFilter({ status })}
        clearable
        clearButtonProps={clearLabel}
      />
      <Select
        w={170}
        aria-label={t('people:field.group')}
        placeholder={t('people:filter.anyGroup')}
        data={groups}
        value={filter.groupName}
        onChange={(groupName) => setFilter({ groupName })}
        searchable
        clearable
        clearButtonProps={clearLabel}
      />
      <Select
        w={210}
        aria-label={t('people:field.consent')}
        placeholder={t('people:filter.anyConsent')}
        data={consents.map((value) => ({ value, label: t(`people:consent.${value}`) }))}
        value={filter.consent}
        onChange={(consent) => setFilter({ consent })}
        clearable
        clearButtonProps={clearLabel}
      />
    </Toolbar>
  );
}
