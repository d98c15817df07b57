import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { languages, themes, type Language } from '#shared/contract/app.ts';

/** What belongs to this computer and not to the college's data: it is needed before the database is open. */
export interface DevicePreferences {
  language: Language;
  theme: (typeof themes)[number];
  /** Names this installation in the change log. */
  deviceId: string;
}

const schema = z.object({
  language: z.enum(languages).catch('kk'),
  theme: z.enum(themes).catch('system'),
  deviceId: z.uuid(),
});

/** The language of the system when it is one of ours, else Kazakh. */
export function chooseLanguage(systemLanguage: string): Language {
  const wanted = systemLanguage.toLowerCase().split(/[-_.]/)[0];
  return languages.find((language) => language === wanted) ?? 'kk';
}

function readPreferences(file: string): DevicePreferences | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing at the first start. Damaged: a new device id is right then, since nobody knows the old one.
    return undefined;
  }
}

/** The preferences of this computer, kept in one small file. */
export class PreferencesFile {
  readonly #file: string;
  #values: DevicePreferences;

  private constructor(file: string, values: DevicePreferences) {
    this.#file = file;
    this.#values = values;
  }

  /** Reads the file, or makes it with the system's language. */
  static async open(dataFolder: string, systemLanguage: string): Promise<PreferencesFile> {
    const file = join(dataFolder, 'preferences.json');
    const known = readPreferences(file);
    const values = known ?? {
      language: chooseLanguage(systemLanguage),
      theme: 'system' as const,
      deviceId: randomUUID(),
    };
    const preferences = new PreferencesFile(file, values);
    if (!known) await preferences.#store();
    return preferences;
  }

  get values(): DevicePreferences {
    return this.#values;
  }

  /** Changes and stores; the file is replaced whole, so that a crash leaves the old one. */
  async update(patch: Partial<Omit<DevicePreferences, 'deviceId'>>): Promise<void> {
    this.#values = { ...this.#values, ...patch };
    await this.#store();
  }

  /** After a restore the numbers of the log begin anew: another device id, so that no two changes share a number. */
  async renewDevice(): Promise<void> {
    this.#values = { ...this.#values, deviceId: randomUUID() };
    await this.#store();
  }

  async #store(): Promise<void> {
    const unfinished = `${this.#file}.unfinished`;
    await writeFile(unfinished, `${JSON.stringify(this.#values, null, 2)}\n`);
    await rename(unfinished, this.#file);
  }
}
