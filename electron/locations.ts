import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the parts of the built program lie. */
export interface Locations {
  /** Folder of the worker entries, with a trailing slash. */
  workersUrl: URL;
  resourcesFolder: string;
  rendererFolder: string;
  preloadFile: string;
  version: string;
}

/**
 * Finds the parts from where an entry lies (`out/main/`, also inside the packaged archive).
 * @param entryUrl `import.meta.url` of the entry itself: shared code may end up in another folder
 */
export function locate(entryUrl: string): Locations {
  const path = (relative: string) => fileURLToPath(new URL(relative, entryUrl));
  const manifest = JSON.parse(readFileSync(path('../../package.json'), 'utf8')) as { version: string };
  return {
    workersUrl: new URL('./', entryUrl),
    resourcesFolder: path('../../resources'),
    rendererFolder: path('../renderer'),
    preloadFile: path('../preload/preload.cjs'),
    version: manifest.version,
  };
}
