import { describe, expect, it } from 'vitest';
import { latinWords, mixedScriptWords } from '../../helpers/scripts.ts';

describe('mixedScriptWords', () => {
  it('finds Latin look-alikes inside Cyrillic words', () => {
    expect(mixedScriptWords('Бағалау cапасы және iріктеу')).toEqual(['cапасы', 'iріктеу']);
  });

  it('lets words of one script stand beside each other', () => {
    expect(mixedScriptWords('3D-модельдеу, CAD жүйесі, IT-маман, әіңғүұқөһ')).toEqual([]);
  });

  it('finds nothing in an empty text', () => {
    expect(mixedScriptWords('')).toEqual([]);
  });
});

describe('latinWords', () => {
  it('lists words that hold a Latin letter', () => {
    expect(latinWords('SMAW (111) және GMAW (135), c тілі')).toEqual(['SMAW', 'GMAW', 'c']);
  });
});
