import { IconPaperclip } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { FoundFile } from '#shared/contract/attachments.ts';
import { useRouteQuery } from '../../client/queries.ts';
import { useMay } from '../../client/useAccess.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import type { CommandItem } from '../../ui/CommandList.tsx';

const MOST_FILES = 8;

/** Where the record of a file is shown. */
const addresses: Readonly<Record<FoundFile['entity'], (placeId: string) => string>> = {
  students: (id) => `/students/${id}`,
  sessions: (id) => `/training/${id}`,
  visits: (id) => `/partners/visits/${id}`,
  agreements: (id) => `/partners/${id}`,
  development_events: (id) => `/events/${id}`,
  student_awards: (id) => `/events/portfolio/${id}`,
  internships: (id) => `/partners/${id}`,
  inventory_items: (id) => `/base/inventory/${id}`,
  workshops: () => '/base/inventory/workshops',
  purchases: (id) => `/base/purchases/${id}`,
};

/** Files beside records that a text finds by name; one leads to the record that it belongs to. */
export function useFoundFiles(text: string): CommandItem[] {
  const format = useFormat();
  const [, navigate] = useLocation();
  const may = useMay('attachments.read');
  const answer = useRouteQuery(
    'attachments.search',
    { text, limit: MOST_FILES },
    { enabled: may && text !== '', keepPrevious: true },
  );
  return (text === '' ? [] : (answer.data?.found ?? [])).map((found) => ({
    id: found.id,
    label: found.fileName,
    detail: format.date(found.addedAt.slice(0, 10)),
    icon: IconPaperclip,
    run: () => navigate(addresses[found.entity](found.placeId)),
  }));
}
