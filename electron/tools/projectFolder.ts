import { fileURLToPath } from 'node:url';

/** Folder of the project, wherever the tools are started from. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
