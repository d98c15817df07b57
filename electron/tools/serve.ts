import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './buildStale.ts';
import { endWithNpm } from './endWithNpm.ts';
import { projectFolder } from './projectFolder.ts';

// In the same process: no second start, and signals reach the program itself.
await buildStale();
endWithNpm();
await import(pathToFileURL(join(projectFolder, 'out/main/serve.js')).href);
