import { resolve } from 'node:path';

/** What the command line of the desktop app may say. */
export interface DesktopOptions {
  /** Folder of the data instead of the person's own; null when not given. */
  dataFolder: string | null;
  /** Language of the first start instead of the system's; null when not given. */
  language: string | null;
  sample: boolean;
  /** A backup or an update that was opened from the system's file manager; null when none was. */
  openedFile: string | null;
}

/** The value of `--name VALUE` or `--name=VALUE`; null when it is not there or empty. */
function valueOf(argv: readonly string[], name: string): string | null {
  const at = argv.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = argv[at];
  const value = word === name ? argv[at + 1] : word?.slice(name.length + 1);
  return value === undefined || value === '' ? null : value;
}

/** Whether a file is an update of the program, by its name; its bytes are looked at later. */
export const isUpdateFile = (file: string): boolean => file.toLowerCase().endsWith('.shyng-update');

/** The last word that names one of our files: the system appends it. */
export function findOpenedFile(argv: readonly string[]): string | null {
  const isOurs = (word: string): boolean => word.toLowerCase().endsWith('.shyng') || isUpdateFile(word);
  const file = argv.findLast((word) => !word.startsWith('-') && isOurs(word));
  return file === undefined ? null : resolve(file);
}

/** Reads the command line leniently: the runtime and the system add words of their own. */
export function readDesktopOptions(argv: readonly string[]): DesktopOptions {
  const folder = valueOf(argv, '--data');
  return {
    dataFolder: folder === null ? null : resolve(folder),
    language: valueOf(argv, '--language'),
    sample: argv.includes('--sample'),
    openedFile: findOpenedFile(argv),
  };
}
