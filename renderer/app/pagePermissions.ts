import type { Permission } from '#shared/contract/route.ts';

/** Who may not do this does not see the page in the navigation; pages that are not here are everybody's. */
export const pagePermissions: Readonly<Record<string, Permission>> = {
  '/plan': 'training.read',
  '/training': 'training.read',
  '/progress': 'progress.read',
  '/insight': 'progress.read',
  '/selection': 'selection.read',
  '/students': 'people.read',
  '/experts': 'people.read',
  '/competencies': 'competencies.read',
  '/schemes': 'schemes.read',
  '/tasks': 'tasks.read',
  '/partners': 'partners.read',
  '/events': 'events.read',
  '/report': 'reports.read',
  '/base': 'base.read',
  '/history': 'history.read',
};
