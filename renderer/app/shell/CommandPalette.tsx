import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, createSpotlight } from '@mantine/spotlight';
import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { IconSchool, IconSearch, IconUser } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { FoundPerson } from '#shared/contract/people.ts';
import { useRouteQuery } from '../../client/queries.ts';
import { fullName } from '../../i18n/names.ts';
import { navigation } from '../pages.ts';

const [store, palette] = createSpotlight();

/** Milliseconds of quiet before people are searched. */
const QUIET = 90;

function addressOf(person: FoundPerson): string {
  return person.kind === 'student' ? `/students/${person.id}` : '/experts';
}

/** Ctrl+K: people and pages in one field. */
export function CommandPalette({ openings }: { openings: number }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [text] = useDebouncedValue(query.trim(), QUIET);
  const found = useRouteQuery(
    'people.search',
    { text, limit: 12 },
    { enabled: text !== '', keepPrevious: true },
  );
  useEffect(() => palette.open(), [openings]);

  const pages: SpotlightActionData[] = navigation.flat().map((page) => ({
    id: page.href,
    label: t(page.labelKey),
    leftSection: <page.icon size={18} stroke={1.7} aria-hidden />,
    onClick: () => navigate(page.href),
  }));
  const people: SpotlightActionData[] = (text === '' ? [] : (found.data?.people ?? [])).map((person) => {
    const PersonIcon = person.kind === 'student' ? IconUser : IconSchool;
    return {
      id: person.id,
      label: fullName(person),
      description: person.detail,
      // Main has searched already; the palette shall not search again by its own rules.
      keywords: query,
      leftSection: <PersonIcon size={18} stroke={1.7} aria-hidden />,
      onClick: () => navigate(addressOf(person)),
    };
  });
  const groups: SpotlightActionGroupData[] = [
    { group: t('nav:search.people'), actions: people },
    { group: t('nav:search.pages'), actions: pages },
  ].filter((group) => group.actions.length > 0);

  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      nothingFound={t('nav:search.nothing')}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('nav:search.placeholder'),
        'aria-label': t('nav:search.placeholder'),
      }}
    />
  );
}
