export { HistoryPage } from './components/HistoryPage.tsx';
