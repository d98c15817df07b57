export { AssessmentPage } from './components/AssessmentPage.tsx';
export { PrintFormPage } from './print/PrintFormPage.tsx';
export { ContestsPage } from './contest/ContestsPage.tsx';
export { ContestPage } from './contest/ContestPage.tsx';
export { ContestEntryPage } from './contest/ContestEntryPage.tsx';
export { PrintContestPage } from './contest/PrintContestPage.tsx';
