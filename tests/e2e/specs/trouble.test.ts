import { join } from 'node:path';
import { expect } from 'vitest';
import { Database } from '../../../electron/database/database.ts';
import { shellTexts } from '../../../electron/window/texts.ts';
import { StandInApp } from '../../helpers/electronStandIn/standInApp.ts';
import { codeOf, untilReady, standInOnly, type RunningApp } from '../fixtures.ts';

function standInOf(app: RunningApp): StandInApp {
  if (!(app.desktop instanceof StandInApp)) throw new Error('This test needs the stand-in');
  return app.desktop;
}

/** A database that a later version of the program has written. */
async function comeFromTheFuture(dataFolder: string): Promise<void> {
  const database = await Database.open({
    file: join(dataFolder, 'shyng.sqlite'),
    backupFolder: join(dataFolder, 'backups'),
    deviceId: '019b76da-0000-7000-8000-000000000001',
    wallClock: Date.now,
  });
  const step = { number: 99_990, name: 'of-tomorrow', applied_at: '2030-01-01T00:00:00.000Z' };
  await database.db.insertInto('schema_migrations').values(step).execute();
  await database.close();
}

// On the real runtime these would show dialogs that wait for a person.
standInOnly('trouble', (test) => {
  test('at the start is told in the language of the system', async ({ dataFolder, start }) => {
    await comeFromTheFuture(dataFolder);
    const failure = await start({ language: 'ru' }).catch((error: unknown) => String(error));
    expect(failure).toContain(shellTexts('ru').start.title);
    expect(failure).toContain(shellTexts('ru').start.database_newer);
  });

  test('of the page is told, and the page opened again', async ({ app, page }) => {
    const desktop = standInOf(app);
    desktop.answerDialogs(() => 0);
    const session = await page.context().newCDPSession(page);
    void session.send('Page.crash').catch(() => undefined);
    const { dialogs } = await desktop.until((view) => view.dialogs.length > 0);
    expect(dialogs[0]).toMatchObject({ kind: 'message', title: shellTexts('kk').crash.title });
    const next = await desktop.pageAfterCrash();
    await untilReady(next);
    expect(codeOf(await app.answer('app.getStatus', {}))).toBe('ok');
  });

  test('asks for no permission that main would grant', async ({ app }) => {
    const permissions = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'clipboard-read',
      'openExternal',
      'hid',
    ];
    for (const permission of permissions) {
      expect(await standInOf(app).mayUse(permission)).toBe(false);
    }
  });

  test('ends in order when the system asks for it', async ({ app }) => {
    process.kill(standInOf(app).pid, 'SIGTERM');
    expect(await standInOf(app).exited).toEqual({ code: 0, signal: null });
  });
});
