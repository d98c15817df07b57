import { lazy } from 'react';
import type { ComponentProps, ReactNode } from 'react';

/** The screens with charts bring the chart library along; the panel of the home page must not wait for it. */
const Squad = lazy(async () => ({
  default: (await import('./SquadProgressPage.tsx')).SquadProgressPage,
}));
const Student = lazy(async () => ({
  default: (await import('./StudentProgressPage.tsx')).StudentProgressPage,
}));

/** {@link Squad}, fetched when it is first shown. */
export function SquadProgressPage(props: ComponentProps<typeof Squad>): ReactNode {
  return <Squad {...props} />;
}

/** {@link Student}, fetched when it is first shown. */
export function StudentProgressPage(props: ComponentProps<typeof Student>): ReactNode {
  return <Student {...props} />;
}
