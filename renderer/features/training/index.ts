export { TrainingPage } from './components/TrainingPage.tsx';
export { SessionPage } from './components/SessionPage.tsx';
export { ScoreSheet } from './grid/ScoreSheet.tsx';
