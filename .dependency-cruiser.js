import { readdirSync, existsSync } from 'node:fs';

/** Rules are made from the folders that are there, so that a new feature is bound by them from its first file. */
const folders = (path) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];

const noSiblings = (root) =>
  folders(root).map((feature) => ({
    name: `no-siblings:${root}/${feature}`,
    comment: 'What two features need moves to shared/domain or is passed in at bootstrap.',
    severity: 'error',
    from: { path: `^${root}/${feature}/` },
    to: { path: `^${root}/`, pathNot: `^${root}/${feature}/` },
  }));

const sealedDoors = folders('renderer/features').map((feature) => ({
  name: `door:renderer/features/${feature}`,
  comment: 'From outside, a feature is entered through its index.ts.',
  severity: 'error',
  from: { path: '^renderer/', pathNot: `^renderer/features/${feature}/` },
  to: { path: `^renderer/features/${feature}/`, pathNot: `^renderer/features/${feature}/index\\.ts$` },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule('no-cycles', 'A cycle hides which part stands on which.', {}, { circular: true }),
    rule('no-unresolved', 'Every import must be found.', {}, { couldNotResolve: true }),
    rule(
      'no-orphans',
      'Code that nothing uses goes.',
      {
        orphan: true,
        pathNot: '(\\.d\\.ts|tsconfig\\.json|preload\\.ts|Worker\\.ts|electron/tools/)',
      },
      {},
    ),
    rule(
      'shared-is-pure',
      'shared/ runs everywhere: no electron, no node, no react, no database.',
      { path: '^shared/' },
      {
        path: '^(electron|renderer|tests)/|node_modules/(electron|react|kysely|better-sqlite3|@mantine|@tanstack)/',
      },
    ),
    rule('shared-no-node', 'shared/ runs everywhere.', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    rule(
      'renderer-stays-out-of-main',
      'The page reaches the main process only through the client.',
      { path: '^renderer/' },
      { path: '^(electron|tests)/|node_modules/(electron|kysely|better-sqlite3)/' },
    ),
    rule('renderer-no-node', 'The page has no Node.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    rule('main-stays-out-of-page', '', { path: '^electron/' }, { path: '^(renderer|tests)/' }),
    rule(
      'recharts-only-in-charts',
      'One place knows the chart library.',
      { path: '^renderer/', pathNot: '^renderer/charts/' },
      { path: 'node_modules/recharts/' },
    ),
    rule(
      'ui-knows-no-domain',
      'Primitives have no domain words.',
      { path: '^renderer/(ui|charts)/' },
      { path: '^renderer/(features|app|client)/|^shared/(contract|domain)/' },
    ),
    rule(
      'features-stay-out-of-app',
      'The shell knows the features, not the reverse.',
      { path: '^renderer/features/' },
      { path: '^renderer/app/' },
    ),
    ...noSiblings('electron/features'),
    ...noSiblings('renderer/features'),
    ...sealedDoors,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
