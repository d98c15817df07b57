export { SchemesPage } from './components/SchemesPage.tsx';
export { SchemePage } from './components/SchemePage.tsx';
