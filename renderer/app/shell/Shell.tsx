import { useHotkeys } from '@mantine/hooks';
import { Suspense, lazy, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAccess } from '../../client/useAccess.ts';
import { CommandAccess } from '../../ui/commandAccess.ts';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { isRefusedPage } from '../pagePermissions.ts';
import { RefusedPage } from '../RefusedPage.tsx';
import { Pages } from '../routes.tsx';
import { BackupBanner } from './BackupBanner.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import styles from './Shell.module.css';
import { useAppliedPreferences } from './usePreferences.ts';
import { useShellEvents } from './useShellEvents.tsx';

const CommandPalette = lazy(async () => ({
  default: (await import('./CommandPalette.tsx')).CommandPalette,
}));

const SignInScreen = lazy(async () => ({
  default: (await import('../../features/access/index.ts')).SignInScreen,
}));

/** The sign-in while nobody is signed in at a computer with profiles; the program otherwise. */
export function Shell(): ReactNode {
  const access = useAccess();
  useAppliedPreferences();
  if (access?.mode === 'profiles' && access.person === null) {
    return (
      <Suspense fallback={<LoadingState />}>
        <SignInScreen names={access.names} />
      </Suspense>
    );
  }
  return <Frame />;
}

/** Navigation, header and the page between them. */
function Frame(): ReactNode {
  const { t } = useTranslation();
  const [location] = useLocation();
  /** Null until it is wanted for the first time: its code comes then. */
  const [isPaletteOpen, setPaletteOpen] = useState<boolean | null>(null);
  const permissions = useAccess()?.permissions;
  const mayCall = useContext(CommandAccess);
  const isRefused =
    permissions !== undefined && isRefusedPage(location, (one) => permissions.includes(one), mayCall);
  const openPalette = (): void => setPaletteOpen(true);
  useShellEvents(openPalette);
  useHotkeys([['mod+K', openPalette, { usePhysicalKeys: true }]], []);
  return (
    <div className={styles['shell']}>
      <a
        href="#content"
        className={styles['skip']}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {t('nav:skip')}
      </a>
      <div className={styles['chrome']}>
        <Navigation />
      </div>
      <div className={styles['column']}>
        <div className={styles['chrome']}>
          <Header onSearch={openPalette} />
          <SampleBanner />
          <BackupBanner />
        </div>
        <main id="content" className={styles['main']} tabIndex={-1}>
          <ErrorBoundary resetKey={location}>
            <Suspense fallback={<LoadingState />}>{isRefused ? <RefusedPage /> : <Pages />}</Suspense>
          </ErrorBoundary>
        </main>
      </div>
      {isPaletteOpen === null ? null : (
        <Suspense fallback={null}>
          <CommandPalette opened={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
