export { SettingsPage } from './components/SettingsPage.tsx';
export { UpdatePage } from './components/UpdatePage.tsx';
