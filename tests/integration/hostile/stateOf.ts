import type { TestApplication } from '../../helpers/application.ts';

/**
 * What the newest actions of the log are. Each write is an action of the log and the rows are the fold of it (other
 * tests prove both), so this stays as it is only when nothing was stored.
 */
export async function stateOf(app: Pick<TestApplication, 'call'>): Promise<string> {
  return JSON.stringify(await app.call('history.list', { limit: 20 }));
}
