export { ImportPeoplePage } from './components/ImportPeoplePage.tsx';
export { ListExport } from './components/ListExport.tsx';
