export { ProgressPage } from './components/ProgressPage.tsx';
export { SquadProgressPage } from './components/SquadProgressPage.tsx';
export { StudentProgressPage } from './components/StudentProgressPage.tsx';
export { OverviewPanel } from './components/OverviewPanel.tsx';
