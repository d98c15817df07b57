export { StudentsPage } from './components/StudentsPage.tsx';
export { StudentPage } from './components/StudentPage.tsx';
export { ExpertsPage } from './components/ExpertsPage.tsx';
