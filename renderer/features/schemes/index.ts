export { SchemesPage } from './components/SchemesPage.tsx';
export { SchemePage } from './components/SchemePage.tsx';
export { SchemeEditorPage } from './editor/SchemeEditorPage.tsx';
