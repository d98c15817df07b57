export { AssessmentPage } from './components/AssessmentPage.tsx';
export { PrintFormPage } from './print/PrintFormPage.tsx';
