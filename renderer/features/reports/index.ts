export { YearReportPage } from './components/YearReportPage.tsx';
