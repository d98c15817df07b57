export { InsightPage } from './components/InsightPage.tsx';
export { SquadInsightPage } from './components/SquadInsightPage.tsx';
export { StudentInsightPage } from './components/StudentInsightPage.tsx';
