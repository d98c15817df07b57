export { TrainingPage } from './components/TrainingPage.tsx';
export { SessionPage } from './components/SessionPage.tsx';
