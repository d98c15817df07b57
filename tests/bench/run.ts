import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApplication } from '../helpers/application.ts';
import { listExceeded } from './bounds.ts';
import type { Figure } from './figure.ts';
import { measureDashboard } from './dashboard.ts';
import { measureFirstScreen } from './firstScreen.ts';
import { measureImport } from './importWorkbook.ts';
import { measureInsight } from './insight.ts';
import { measureMarking } from './marking.ts';
import { MILLION_MARKS_SCALE, fillMillionMarks } from './millionMarks.ts';
import { measureRanking } from './ranking.ts';
import { measureSearch } from './queries.ts';
import { figuresOf, growthOf, openScreens, type Screen } from './screens.ts';
import { measureBackups, measureOpenAfterCrash } from './safety.ts';
import { benchSelection } from './selection.ts';
import { measureStart } from './start.ts';

const printed: Figure[] = [];

function print(figures: readonly Figure[]): void {
  printed.push(...figures);
  for (const { name, value, unit } of figures) console.log(`${name} ${Number(value.toFixed(2))} ${unit}`);
}

/** `npm run bench -- safety`: only what concerns backup, restore and a start after a crash. */
const isOnlySafety = process.argv.includes('safety');

/** The same screens at a tenth of the marks. */
async function openSmallScreens(): Promise<Screen[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shyng-bench-'));
  try {
    await fillMillionMarks(folder, MILLION_MARKS_SCALE / 10);
    const app = await openApplication({ dataFolder: folder });
    const screens = await openScreens(app);
    await app.application.stop();
    return screens;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSpeed(): Promise<void> {
  print(await measureStart(dataFolder));
  print(await measureDashboard(dataFolder));
  const app = await openApplication({ dataFolder });
  print(await measureInsight());
  const screens = await openScreens(app);
  print([...figuresOf(screens), ...growthOf(screens, await openSmallScreens())]);
  print(await measureMarking(app));
  print(await measureImport(app));
  print(await measureSearch(app));
  await app.application.stop();
}

const dataFolder = mkdtempSync(join(tmpdir(), 'shyng-bench-'));
try {
  if (!isOnlySafety) {
    print(measureFirstScreen());
    print(await benchSelection());
    print(await measureRanking());
  }
  const marks = await fillMillionMarks(dataFolder, MILLION_MARKS_SCALE);
  const megabytes = statSync(join(dataFolder, 'shyng.sqlite')).size / 1e6;
  print([
    { name: 'data.marks', value: marks, unit: 'count' },
    { name: 'data.size', value: megabytes, unit: 'MB' },
  ]);
  if (!isOnlySafety) await measureSpeed();
  const app = await openApplication({ dataFolder });
  print(await measureBackups(app));
  await app.application.stop();
  print(await measureOpenAfterCrash(dataFolder));
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
const exceeded = listExceeded(printed);
for (const line of exceeded) console.log(line);
if (exceeded.length > 0) process.exitCode = 1;
