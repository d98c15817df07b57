import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { TestApplication } from './application.ts';

/** Everything that the screens show of people and their history, to compare states. */
export async function stateOf(app: TestApplication): Promise<unknown> {
  const { students } = await app.call('people.listStudents', {});
  const { experts } = await app.call('people.listExperts', {});
  const { actions } = await app.call('history.list', { limit: 500 });
  return { students, experts, actions: actions.map(({ id }) => id) };
}

/** Makes a backup. @returns its file name */
export async function backUp(app: TestApplication): Promise<string> {
  return (await app.call('backup.make', { task: 'test' })).fileName;
}

/** Unpacks and proves a backup of the college's folder. */
export async function previewOf(
  app: TestApplication,
  fileName: string,
  secret?: string,
): Promise<RouteOutput<'backup.preview'>> {
  return app.call('backup.preview', {
    source: { kind: 'own', fileName },
    task: 'test',
    ...(secret === undefined ? {} : { secret }),
  });
}

/** Names in a folder, sorted; none when there is no such folder. */
export function namesIn(...path: string[]): string[] {
  try {
    return readdirSync(join(...path)).toSorted();
  } catch {
    return [];
  }
}
