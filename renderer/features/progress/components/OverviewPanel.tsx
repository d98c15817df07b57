import type { ReactNode } from 'react';

/** Part of the home page: each competency's squad at a glance. Comes with its feature. */
export function OverviewPanel(): ReactNode {
  return null;
}
