import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useAccess } from '../../client/useAccess.ts';
import { pagePermissions } from '../pagePermissions.ts';
import { isPageOf, navigation } from '../pages.ts';
import type { NavigationPage } from '../pages.ts';
import { Mark } from './Mark.tsx';
import styles from './Navigation.module.css';
import { useShellStore } from './shell.store.ts';
import { useStatus } from './usePreferences.ts';

function NavigationLink({ page, isSmall }: { page: NavigationPage; isSmall: boolean }): ReactNode {
  const { t } = useTranslation();
  const [location] = useLocation();
  const label = t(page.labelKey);
  return (
    <li>
      <Tooltip label={label} position="right" disabled={!isSmall} openDelay={0}>
        <Link
          href={page.href}
          className={styles['link']}
          aria-current={isPageOf(page, location) ? 'page' : undefined}
        >
          <page.icon size={19} stroke={1.7} className={styles['icon']} aria-hidden />
          <span className={styles['label']}>{label}</span>
        </Link>
      </Tooltip>
    </li>
  );
}

/** The pages of the program; folds to icons. */
export function Navigation(): ReactNode {
  const { t } = useTranslation();
  const { isNavSmall, toggleNav } = useShellStore();
  const college = useStatus()?.preferences.collegeName ?? '';
  const permissions = useAccess()?.permissions;
  const isShown = ({ href }: NavigationPage): boolean => {
    const permission = pagePermissions[href];
    // While it is not known yet who works now, nothing is offered that may not be theirs.
    return permission === undefined || (permissions?.includes(permission) ?? false);
  };
  const shown = navigation.map((group) => group.filter(isShown)).filter((group) => group.length > 0);
  const ToggleIcon = isNavSmall ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={styles['nav']} data-small={isNavSmall || undefined} aria-label={t('nav:label')}>
      <div className={styles['brand']}>
        <Mark />
        {isNavSmall ? null : (
          <span className={styles['brandWords']}>
            <span className={styles['brandName']}>{t('common:productName')}</span>
            {college === '' ? null : <span className={styles['college']}>{college}</span>}
          </span>
        )}
      </div>
      {shown.map((group) => (
        <ul key={group[0]?.href} className={styles['group']}>
          {group.map((page) => (
            <NavigationLink key={page.href} page={page} isSmall={isNavSmall} />
          ))}
        </ul>
      ))}
      <button type="button" className={styles['toggle']} onClick={toggleNav} aria-expanded={!isNavSmall}>
        <ToggleIcon size={19} stroke={1.7} className={styles['icon']} aria-hidden />
        <span className={styles['label']}>{isNavSmall ? t('nav:unfold') : t('nav:fold')}</span>
      </button>
    </nav>
  );
}
