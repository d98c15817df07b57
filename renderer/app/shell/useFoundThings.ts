import {
  IconBuildingWarehouse,
  IconClipboardList,
  IconDoor,
  IconListDetails,
  IconShoppingCart,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../client/queries.ts';
import type { CommandItem } from '../../ui/CommandList.tsx';

type Found = RouteOutput<'base.search'>['found'][number];

const MOST_THINGS = 8;

const icons: Readonly<Record<Found['kind'], Icon>> = {
  inventory: IconBuildingWarehouse,
  workshop: IconDoor,
  list: IconClipboardList,
  item: IconListDetails,
  purchase: IconShoppingCart,
};

const addresses: Readonly<Record<Found['kind'], (found: Found) => string>> = {
  inventory: ({ id }) => `/base/inventory/${id}`,
  workshop: () => '/base/inventory/workshops',
  list: ({ id }) => `/base/lists/${id}`,
  item: ({ placeId }) => `/base/lists/${placeId}`,
  purchase: ({ id }) => `/base/purchases/${id}`,
};

/** Things of the base that a text finds: by name or inventory number. */
export function useFoundThings(text: string): CommandItem[] {
  const [, navigate] = useLocation();
  const answer = useRouteQuery(
    'base.search',
    { text, limit: MOST_THINGS },
    { enabled: text !== '', keepPrevious: true },
  );
  return (text === '' ? [] : (answer.data?.found ?? [])).map((found) => ({
    id: found.id,
    label: found.name,
    detail: found.detail,
    icon: icons[found.kind],
    run: () => navigate(addresses[found.kind](found)),
  }));
}
