export { BalancePage } from './components/BalancePage.tsx';
export { EventPage } from './components/EventPage.tsx';
export { EventPrintPage } from './components/EventPrintPage.tsx';
export { EventsPage } from './components/EventsPage.tsx';
export { PortfolioPage } from './components/PortfolioPage.tsx';
export { PortfolioPrintPage } from './components/PortfolioPrintPage.tsx';
