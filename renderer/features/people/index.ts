export { ExpertsPage } from './components/ExpertsPage.tsx';
export { StudentPage } from './components/StudentPage.tsx';
export { StudentsPage } from './components/StudentsPage.tsx';
