import { useDebouncedValue } from '@mantine/hooks';
import {
  IconAward,
  IconBook2,
  IconBuildingFactory2,
  IconFileCertificate,
  IconGift,
  IconHeartHandshake,
  IconSchool,
  IconUser,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { FoundRecord } from '#shared/contract/partners.ts';
import type { FoundPerson } from '#shared/contract/people.ts';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';
import { useRouteQuery } from '../../client/queries.ts';
import { useAccess, useMay } from '../../client/useAccess.ts';
import { fullName } from '../../i18n/names.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import { CommandList } from '../../ui/CommandList.tsx';
import type { CommandItem } from '../../ui/CommandList.tsx';
import { pagePermissions } from '../pagePermissions.ts';
import { navigation } from '../pages.ts';
import { useFoundFiles } from './useFoundFiles.ts';
import { useFoundThings } from './useFoundThings.ts';
import { useFoundWork } from './useFoundWork.ts';

interface CommandPaletteProps {
  opened: boolean;
  onClose: () => void;
}

/** Milliseconds of quiet before people are searched. */
const QUIET = 90;
const MOST_PEOPLE = 12;

function addressOf(person: FoundPerson): string {
  return person.kind === 'student' ? `/students/${person.id}` : `/experts/${person.id}`;
}

const recordIcons: Record<FoundRecord['kind'], Icon> = {
  partner: IconBuildingFactory2,
  agreement: IconFileCertificate,
  visit: IconHeartHandshake,
  contribution: IconGift,
  event: IconBook2,
  award: IconAward,
};

function recordAddress(record: FoundRecord): string {
  switch (record.kind) {
    case 'partner':
      return `/partners/${record.id}`;
    case 'agreement':
    case 'contribution':
      return `/partners/${record.parentId ?? ''}`;
    case 'visit':
      return `/partners/visits/${record.id}`;
    case 'event':
      return `/events/${record.id}`;
    case 'award':
      return `/events/portfolio/${record.parentId ?? ''}`;
  }
}

const toldByDay: readonly FoundRecord['kind'][] = ['visit', 'contribution', 'event'];

const MOST_RECORDS = 8;

/** Partners, agreements, visits, what was given, events and awards that a text finds. */
function useFoundRecords(text: string): CommandItem[] {
  const format = useFormat();
  const [, navigate] = useLocation();
  const input = { text, limit: MOST_RECORDS };
  const mayPartners = useMay('partners.read');
  const options = (may: boolean): { enabled: boolean; keepPrevious: boolean } => ({
    enabled: may && text !== '',
    keepPrevious: true,
  });
  const partners = useRouteQuery('partners.search', input, options(mayPartners)).data?.found ?? [];
  const events = useRouteQuery('events.search', input, options(true)).data?.found ?? [];
  if (text === '') return [];
  return [...partners, ...events].map((record) => ({
    id: record.id,
    label: record.title,
    detail: toldByDay.includes(record.kind) ? format.date(record.detail) : record.detail,
    icon: recordIcons[record.kind],
    run: () => navigate(recordAddress(record)),
  }));
}

/** Ctrl+K: people, partners, events, competencies, schemes, championships, tasks, the base, files and pages in one field. */
export function CommandPalette({ opened, onClose }: CommandPaletteProps): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [text] = useDebouncedValue(query.trim(), QUIET);
  const found = useRouteQuery(
    'people.search',
    { text, limit: MOST_PEOPLE },
    { enabled: text !== '', keepPrevious: true },
  );
  const people = (text === '' ? [] : (found.data?.people ?? [])).map((person): CommandItem => ({
    id: person.id,
    label: fullName(person),
    detail: person.detail,
    icon: person.kind === 'student' ? IconUser : IconSchool,
    run: () => navigate(addressOf(person)),
  }));
  const records = useFoundRecords(text);
  const things = useFoundThings(text);
  const files = useFoundFiles(text);
  const permissions = useAccess()?.permissions ?? [];
  const work = useFoundWork(text);
  const pages = navigation
    .flat()
    .filter(({ href }) => {
      const permission = pagePermissions[href];
      return permission === undefined || permissions.includes(permission);
    })
    .map((page): CommandItem => ({
      id: page.labelKey.replace(':', '-'),
      label: t(page.labelKey),
      icon: page.icon,
      run: () => navigate(page.href),
    }))
    .filter((page) => query.trim() === '' || matchesSearch(foldForSearch(page.label), query));
  const close = (): void => {
    setQuery('');
    onClose();
  };
  return (
    <CommandList
      opened={opened}
      onClose={close}
      label={t('nav:search.placeholder')}
      query={query}
      onQuery={setQuery}
      groups={[
        { label: t('nav:search.people'), items: people },
        { label: t('nav:search.records'), items: records },
        { label: t('nav:search.contest'), items: work.contest },
        { label: t('nav:search.duties'), items: work.duties },
        { label: t('nav:search.base'), items: things },
        { label: t('nav:search.files'), items: files },
        { label: t('nav:search.pages'), items: pages },
      ]}
      nothingText={t('nav:search.nothing')}
    />
  );
}
