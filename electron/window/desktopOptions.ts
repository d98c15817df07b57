import { resolve } from 'node:path';

/** What the command line of the desktop app may say. */
export interface DesktopOptions {
  /** Folder of the data instead of the person's own; null when not given. */
  dataFolder: string | null;
  sample: boolean;
}

/** Reads the command line leniently: the runtime and the system add words of their own. */
export function readDesktopOptions(argv: readonly string[]): DesktopOptions {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const word = argv[at];
  const folder = word === '--data' ? argv[at + 1] : word?.slice('--data='.length);
  return { dataFolder: folder ? resolve(folder) : null, sample: argv.includes('--sample') };
}
