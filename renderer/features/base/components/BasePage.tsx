import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import styles from './Base.module.css';
import { InventoryPanel } from './InventoryPanel.tsx';
import { ListsPanel } from './ListsPanel.tsx';
import { OverviewPanel } from './OverviewPanel.tsx';
import { PurchasesPanel } from './PurchasesPanel.tsx';
import { StockPanel } from './StockPanel.tsx';

const views = ['overview', 'inventory', 'lists', 'stock', 'purchases'] as const;
type View = (typeof views)[number];

/** What each view gets: the row that an address opens. */
export interface PanelProps {
  openId: string | undefined;
}

const panels: Readonly<Record<View, ComponentType<PanelProps>>> = {
  overview: OverviewPanel,
  inventory: InventoryPanel,
  lists: ListsPanel,
  stock: StockPanel,
  purchases: PurchasesPanel,
};

const addressOf = (view: View): string => (view === 'overview' ? '/base' : `/base/${view}`);

/** What the college has, what it needs, and what lies between them. */
export function BasePage({
  view,
  openId,
}: {
  view: string | undefined;
  openId: string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const shown = views.find((one) => one === view) ?? 'overview';
  const Panel = panels[shown];
  return (
    <Page kind={shown === 'inventory' ? 'fill' : 'wide'}>
      <PageHeader title={t('base:title')} hint={t(`base:hint.${shown}`)} />
      <nav aria-label={t('base:tabs')}>
        <ul className={styles['tabs']}>
          {views.map((one) => (
            <li key={one}>
              <Link
                href={addressOf(one)}
                className={styles['tab']}
                aria-current={one === shown ? 'page' : undefined}
              >
                {t(`base:tab.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Panel key={openId} openId={openId} />
    </Page>
  );
}
