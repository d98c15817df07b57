export { SquadProgressPage, StudentProgressPage } from './components/LaterPages.tsx';
export { OverviewPanel } from './components/OverviewPanel.tsx';
export { ProgressPage } from './components/ProgressPage.tsx';
