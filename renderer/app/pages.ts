import {
  IconAward,
  IconBook2,
  IconBuildingFactory2,
  IconBuildingWarehouse,
  IconCalendar,
  IconChartLine,
  IconClipboardList,
  IconChecklist,
  IconHistory,
  IconHome,
  IconMedal,
  IconMountain,
  IconReportAnalytics,
  IconSchool,
  IconSettings,
  IconTargetArrow,
  IconTrophy,
  IconUsers,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';

/** A page of the navigation. */
export interface NavigationPage {
  href: string;
  labelKey: string;
  icon: Icon;
}

/** Pages in the order of the navigation, in groups that a line divides. */
export const navigation: readonly (readonly NavigationPage[])[] = [
  [
    { href: '/', labelKey: 'nav:home', icon: IconHome },
    { href: '/tasks', labelKey: 'nav:tasks', icon: IconChecklist },
  ],
  [
    { href: '/plan', labelKey: 'nav:plan', icon: IconCalendar },
    { href: '/training', labelKey: 'nav:training', icon: IconTargetArrow },
    { href: '/progress', labelKey: 'nav:progress', icon: IconChartLine },
    { href: '/insight', labelKey: 'nav:insight', icon: IconMountain },
    { href: '/contests', labelKey: 'nav:contests', icon: IconMedal },
    { href: '/selection', labelKey: 'nav:selection', icon: IconTrophy },
  ],
  [
    { href: '/students', labelKey: 'nav:students', icon: IconUsers },
    { href: '/experts', labelKey: 'nav:experts', icon: IconSchool },
    { href: '/competencies', labelKey: 'nav:competencies', icon: IconAward },
    { href: '/schemes', labelKey: 'nav:schemes', icon: IconClipboardList },
    { href: '/base', labelKey: 'nav:base', icon: IconBuildingWarehouse },
  ],
  [
    { href: '/partners', labelKey: 'nav:partners', icon: IconBuildingFactory2 },
    { href: '/events', labelKey: 'nav:events', icon: IconBook2 },
    { href: '/report', labelKey: 'nav:reports', icon: IconReportAnalytics },
  ],
  [
    { href: '/history', labelKey: 'nav:history', icon: IconHistory },
    { href: '/settings', labelKey: 'nav:settings', icon: IconSettings },
  ],
];

/** Whether an address belongs to a page of the navigation. */
export function isPageOf(page: NavigationPage, location: string): boolean {
  return page.href === '/'
    ? location === '/'
    : location === page.href || location.startsWith(`${page.href}/`);
}
