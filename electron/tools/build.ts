import { buildStale } from './buildStale.ts';

const built = await buildStale();
console.log(built.length > 0 ? `Built: ${built.join(', ')}` : 'Nothing to build');
