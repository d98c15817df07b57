export { PrivacyPage } from './components/PrivacyPage.tsx';
export { StudentDataPage } from './components/StudentDataPage.tsx';
export { PrivacyReminder } from './components/PrivacyReminder.tsx';
