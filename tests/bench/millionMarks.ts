import { join, resolve } from 'node:path';
import { openApplication } from '../helpers/application.ts';
import { Database } from '../../electron/database/database.ts';
import { fillSample } from '../../electron/features/sample/sample.service.ts';
import { storeScheme } from '../../electron/features/schemes/schemeStorage.ts';
import { PreferencesFile } from '../../electron/files/preferences.ts';

/** Thirty-three times the sample college: a little over a million marks. */
export const MILLION_MARKS_SCALE = 33;

/** Fills a data folder with a fictional region of colleges: the same marks at every run of a day. */
export async function fillMillionMarks(dataFolder: string, scale: number): Promise<number> {
  // The application itself makes the database and puts the catalogue there.
  const application = await openApplication({ dataFolder });
  await application.application.stop();
  const preferences = await PreferencesFile.open(resolve(dataFolder), 'kk');
  const database = await Database.open({
    file: join(dataFolder, 'shyng.sqlite'),
    backupFolder: join(dataFolder, 'backups'),
    deviceId: preferences.values.deviceId,
    wallClock: Date.now,
  });
  const today = new Date().toISOString().slice(0, 10);
  await fillSample(database, { seed: 1, today, scale, language: 'kk', storeScheme });
  const { count } = await database.db
    .selectFrom('marks')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  await database.close();
  return Number(count);
}
