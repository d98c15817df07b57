/** Systems that installers are made for, as Node names them. */
export const updatePlatforms = ['win32', 'darwin', 'linux'] as const;
export type UpdatePlatform = (typeof updatePlatforms)[number];

/** What an update file says of itself; signed by the publisher. */
export interface UpdateHeader {
  format: 1;
  /** "1.4.0". */
  version: string;
  platform: UpdatePlatform;
  /** Processor as Node names it: `x64`, `arm64`. */
  arch: string;
  /** Name of the installer inside: letters, digits, dot, dash, underscore. */
  fileName: string;
  /** Bytes of the installer. */
  size: number;
  /** SHA-256 of the installer, hex. */
  sha256: string;
  /** What is new, for people. */
  notes: { kk: string; ru: string; en: string };
}

/** First bytes of an update file. */
export const UPDATE_MAGIC = 'SHYNG-UPDATE-1\n';
/** Bytes of a header at most: it is read before anything is known of the file. */
export const MOST_HEADER_BYTES = 65_536;
/** Bytes of an Ed25519 signature. */
export const SIGNATURE_BYTES = 64;

const VERSION = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})(?:-([0-9A-Za-z.-]{1,40}))?$/;

/** Whether a text is a version as the program numbers itself. */
export const isVersion = (text: string): boolean => VERSION.test(text);

/** The three numbers of a version, and what stands behind them. */
function partsOf(version: string): { numbers: number[]; suffix: string } {
  const [, major = '0', minor = '0', patch = '0', suffix = ''] = VERSION.exec(version) ?? [];
  return { numbers: [major, minor, patch].map(Number), suffix };
}

/** "1.0.0-beta" stands before "1.0.0". */
function compareSuffixes(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}

/**
 * Compares two versions: by their three numbers, then by what stands behind them.
 * @returns negative when the first is older
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  const differences = a.numbers.map((number, place) => number - (b.numbers[place] ?? 0));
  return differences.find((difference) => difference !== 0) ?? compareSuffixes(a.suffix, b.suffix);
}

/** Whether a name can be a file in any folder of any system and names nothing outside of it. */
export const isPlainFileName = (name: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/.test(name) && !name.includes('..') && !name.endsWith('.');
