export { CompetenciesPage } from './components/CompetenciesPage.tsx';
export { CompetencyPage } from './components/CompetencyPage.tsx';
