export { BasePage } from './components/BasePage.tsx';
export { BaseListPage } from './components/ListPage.tsx';
export { BaseGapPage } from './components/GapPage.tsx';
export { PurchasePrintPage } from './components/PurchasePrintPage.tsx';
