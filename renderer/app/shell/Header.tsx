import { IconSearch } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../client/Allowed.tsx';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { PersonButton } from './PersonButton.tsx';
import { SaveIndicator } from './SaveIndicator.tsx';
import { UndoButtons } from './UndoButtons.tsx';

/** Its code comes with the first page that is drawn, after it. */
const ListExport = lazy(async () => ({
  default: (await import('../../features/exchange/index.ts')).ListExport,
}));

interface HeaderProps {
  onSearch: () => void;
}

/** The line above each page: search, undo, what is stored, language. */
export function Header({ onSearch }: HeaderProps): ReactNode {
  const { t } = useTranslation();
  return (
    <header className={styles['header']}>
      <button type="button" className={styles['search']} onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden />
        <span className={styles['searchText']}>{t('nav:search.open')}</span>
        <kbd className={styles['keys']} aria-hidden>
          Ctrl K
        </kbd>
      </button>
      <Allowed command="history.undo">
        <UndoButtons />
      </Allowed>
      <Suspense fallback={null}>
        <ListExport />
      </Suspense>
      <span className={styles['space']} />
      <SaveIndicator />
      <PersonButton />
      <LanguageSwitch />
    </header>
  );
}
