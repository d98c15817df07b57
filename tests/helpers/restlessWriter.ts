import { writeSync } from 'node:fs';
import { openApplication } from './application.ts';
import { aStudent } from './entries.ts';

/*
 * A program that writes without end until it is killed: adds students through the router and prints each id once it
 * is acknowledged. Argument: the data folder.
 */
const dataFolder = process.argv[2];
if (dataFolder === undefined) throw new Error('the data folder is missing');
const app = await openApplication({ dataFolder });
writeSync(1, 'ready\n');
for (let count = 0; ; count += 1) {
  const { id } = await app.call(
    'people.createStudent',
    aStudent({ givenName: `Н${count}`, birthDate: null }),
  );
  writeSync(1, `${id}\n`);
}
