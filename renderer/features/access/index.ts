export { AccessPage } from './components/AccessPage.tsx';
export { SignInScreen } from './components/SignInScreen.tsx';
export { FirstStartNote } from './components/FirstStartNote.tsx';
