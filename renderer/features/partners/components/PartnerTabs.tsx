import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import styles from '../partners.module.css';

const TABS = [
  { href: '/partners', labelKey: 'partners:tab.partners' },
  { href: '/partners/agreements', labelKey: 'partners:tab.agreements' },
  { href: '/partners/visits', labelKey: 'partners:tab.visits' },
  { href: '/partners/industry', labelKey: 'partners:tab.industry' },
];

/** The lists of this part of the program, one click apart. */
export function PartnerTabs(): ReactNode {
  const { t } = useTranslation();
  const [location] = useLocation();
  return (
    <nav aria-label={t('partners:tab.label')}>
      <ul className={styles['tabs']}>
        {TABS.map(({ href, labelKey }) => (
          <li key={href}>
            <Link href={href} className={styles['tab']} aria-current={href === location ? 'page' : undefined}>
              {t(labelKey)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
