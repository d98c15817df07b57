export { ChampionshipsPage } from './components/ChampionshipsPage.tsx';
export { SelectionPage } from './components/SelectionPage.tsx';
export { SelectionProtocolPage } from './components/SelectionProtocolPage.tsx';
export { SelectionStudentPage } from './components/SelectionStudentPage.tsx';
