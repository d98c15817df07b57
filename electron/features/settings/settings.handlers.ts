import type { Kysely } from 'kysely';
import type { Preferences } from '#shared/contract/app.ts';
import type { Work } from '../../database/changes/work.ts';
import type { Schema } from '../../database/schema/schema.ts';
import type { PreferencesFile } from '../../files/preferences.ts';
import type { FeatureHandlers } from '../../router/handlers.ts';
import { Refusal } from '../../router/refusal.ts';
import { isAllowed } from '../../security/permissions.ts';
import { isEmpty, readSetting, type SettingName } from './settings.repository.ts';

/** What the handlers need of the running application. */
export interface SettingsTools {
  preferences: PreferencesFile;
  version: string;
  isSample(): boolean;
  publishPreferences(): void;
  openSample(): Promise<void>;
  removeSample(): Promise<void>;
}

type SettingsHandlers = FeatureHandlers<'app'> & FeatureHandlers<'settings'> & FeatureHandlers<'sample'>;

async function writeSetting(work: Work, name: SettingName, value: string): Promise<void> {
  const known = await readSetting(work.db, name);
  if (known) await work.update('settings', known.id, { value });
  else work.insert('settings', { id: work.newId(), name, value });
}

/** Status, preferences, the sample college. */
export function createSettingsHandlers(tools: SettingsTools): SettingsHandlers {
  const readPreferences = async (db: Kysely<Schema>): Promise<Preferences> => {
    const { language, theme } = tools.preferences.values;
    return { language, theme, collegeName: (await readSetting(db, 'college_name'))?.value ?? '' };
  };
  return {
    'app.getStatus': async (_, { db }) => ({
      version: tools.version,
      preferences: await readPreferences(db),
      sample: tools.isSample(),
      empty: await isEmpty(db),
    }),
    'settings.update': async ({ language, theme, collegeName }, { db, write, actor }) => {
      if (collegeName !== undefined && !isAllowed(actor.role, 'settings.write')) {
        throw new Refusal('forbidden', 'the name of the college is not theirs to change');
      }
      if (collegeName !== undefined) await write((work) => writeSetting(work, 'college_name', collegeName));
      if (language ?? theme) {
        await tools.preferences.update({ ...(language && { language }), ...(theme && { theme }) });
      }
      tools.publishPreferences();
      return readPreferences(db);
    },
    'sample.open': async () => {
      await tools.openSample();
      return {};
    },
    'sample.remove': async () => {
      await tools.removeSample();
      return {};
    },
  };
}
