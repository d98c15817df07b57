export { BackupPage } from './components/BackupPage.tsx';
export { RecoverySheetPage } from './components/RecoverySheetPage.tsx';
