export { TasksPage } from './components/TasksPage.tsx';
