export { PlanPage } from './components/PlanPage.tsx';
