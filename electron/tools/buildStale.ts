import { join } from 'node:path';
import { writeLicences } from './licences.ts';
import { projectFolder } from './projectFolder.ts';
import { buildTargets, isStale, writeStamp } from './stamp.ts';

/**
 * Builds the parts of the program whose sources changed since they were built. Loads the builder only when there is
 * something to build, so that it is quick when there is not.
 * @returns names of what was built
 */
export async function buildStale(): Promise<string[]> {
  const stale = buildTargets.filter((target) => isStale(projectFolder, target));
  if (stale.length === 0) return [];
  process.env['NODE_ENV_ELECTRON_VITE'] = 'production';
  const [{ resolveConfig }, { build }] = await Promise.all([import('electron-vite'), import('vite')]);
  const { config } = await resolveConfig({ root: projectFolder, logLevel: 'warn' }, 'build', 'production');
  for (const target of stale) {
    const targetConfig = config?.[target.name];
    if (targetConfig === undefined) throw new Error(`electron.vite.config.ts has no part ${target.name}`);
    await build(targetConfig);
    writeStamp(projectFolder, target);
  }
  writeLicences(projectFolder, join(projectFolder, 'out', 'licences.txt'));
  return stale.map((target) => target.name);
}
