import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../client/queries.ts';
import { switchLanguage } from '../../i18n/setup.ts';

/** Status of the program, null until the first answer. */
export function useStatus(): RouteOutput<'app.getStatus'> | null {
  return useRouteQuery('app.getStatus', {}).data ?? null;
}

/** Lets language and theme on the screen follow the preferences, wherever they were changed. */
export function useAppliedPreferences(): void {
  const preferences = useStatus()?.preferences;
  const { setColorScheme } = useMantineColorScheme();
  const language = preferences?.language;
  const theme = preferences?.theme;
  useEffect(() => {
    if (language !== undefined) void switchLanguage(language);
  }, [language]);
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
}
