import { homedir } from 'node:os';
import { join } from 'node:path';

/** Name of the folder of a person's data, below the system's folder for applications. */
const NAME = 'Shyng';

/** The folder inside the person's folder in which the database, the preferences and the log lie. */
export const DATA_SUBFOLDER = 'data';

/**
 * The person's folder of this program, the same that the desktop app gets as `userData`: a browser opened instead
 * shows the same college.
 */
export function personalFolder(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME);
  return join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), NAME);
}
