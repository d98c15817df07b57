import { describe, expect, it } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import { errorCodes } from '#shared/contract/errors.ts';
import { registry } from '#shared/contract/registry.ts';
import { texts } from '../helpers/catalogues.ts';

/** Known only to the page: nobody answered. */
const PAGE_CODES = ['unreachable'];
/** Actions that the program does by itself. */
const OTHER_ACTIONS = ['competencies.loadCatalogue', 'unknown'];

const commands = Object.entries(registry)
  .filter(([, route]) => route.kind === 'command')
  .map(([name]) => name);

describe.each(languages)('in %s', (language) => {
  const bases = new Set((texts.get(language) ?? []).map(({ base }) => base));
  const namesUnder = (prefix: string): string[] =>
    [...bases].filter((base) => base.startsWith(prefix)).map((base) => base.slice(prefix.length));

  it('every error code has its sentence, and no sentence is left without a code', () => {
    expect(namesUnder('errors:').toSorted()).toEqual([...errorCodes, ...PAGE_CODES].toSorted());
  });

  it('every command has a sentence for the history, and no sentence is left without a command', () => {
    expect(namesUnder('history:action.').toSorted()).toEqual([...commands, ...OTHER_ACTIONS].toSorted());
  });
});
