export { ImportPeoplePage } from './components/ImportPeoplePage.tsx';
export { ImportResultsPage } from './components/ImportResultsPage.tsx';
export { ListExport } from './components/ListExport.tsx';
