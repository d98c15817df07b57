import type { KeyObject } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '#shared/contract/app.ts';
import type { MainEvent } from '#shared/contract/events.ts';
import { parseCatalogue } from '#shared/domain/competencies/catalogue.ts';
import { localDay } from '#shared/lib/localDay.ts';
import { createBackups } from './application/backups.ts';
import { DatabaseHost } from './application/databaseHost.ts';
import { EventBus } from './application/eventBus.ts';
import { FiguresAhead } from './application/figuresAhead.ts';
import { openWorkFolder } from './application/readOnlyFolder.ts';
import { openSafely } from './application/openSafely.ts';
import { createHandlers } from './application/handlers.ts';
import { WORKER_EXTENSION, createSelectionTools } from './application/selectionTools.ts';
import { createContextFactory } from './application/callContext.ts';
import { unmarkRunning } from './database/backup/damage.ts';
import { AccessKeeper } from './features/access/accessKeeper.ts';
import type { BackupTools } from './features/backup/backup.handlers.ts';
import { finishSwap } from './database/backup/swap.ts';
import type { Database } from './database/database.ts';
import { DatabaseError } from './database/errors.ts';
import { loadCatalogue } from './features/competencies/competencies.service.ts';
import { KeptRecords } from './features/insight/keptRecords.ts';
import { fillSample } from './features/sample/sample.service.ts';
import { isSampleFilled } from './features/sample/sample.repository.ts';
import { seedSelections } from './features/selection/sampleSelections.service.ts';
import { storeScheme } from './features/schemes/schemeStorage.ts';
import { BackupSettingsFile } from './files/backupSettings.ts';
import { openLog, type LogError } from './files/log.ts';
import { PreferencesFile } from './files/preferences.ts';
import type { Dispatcher, EventSource } from './router/call.ts';
import { createRouter } from './router/router.ts';
import { readPublisherKey } from './updates/updateFile.ts';

/** Where the program keeps its things, and what the two entries know that bootstrap does not. */
export interface ApplicationOptions {
  /** Folder of the database, the preferences and the log; made when missing. */
  dataFolder: string;
  /** Folder of the worker entries, with a trailing slash (source or bundle). */
  workersUrl: URL;
  /** Folder of the catalogue and the other shipped data (`resources/`). */
  resourcesFolder: string;
  version: string;
  /** Language of the system, used until the user chooses one; Kazakh when it is none of the three. */
  systemLanguage: string;
  /** Open the sample college at start. */
  sample?: boolean;
  /** Shows a file in the system's file manager; only where there is a desktop. */
  showFile?: (path: string) => void;
  /** The page of the window as a PDF file; only where there is a window. */
  printPdf?: () => Promise<Uint8Array>;
  /** The publisher's key for update files; the one in `resourcesFolder` when left out. */
  publisherKey?: KeyObject;
  /** Milliseconds since 1970; only tests give another clock than the computer's. */
  wallClock?: () => number;
}

/** The running application, whichever door it is seen through. */
export interface Application extends Dispatcher {
  events: EventSource;
  /** Tells every page, for example from the menu. */
  publish(event: MainEvent): void;
  /** The language of the interface now; `events` tells when preferences change. */
  getLanguage(): Language;
  /** Writes a line to the log file; never names or marks. */
  logError: LogError;
  /** Makes the backup of the day when it is due. @returns whether one was made */
  makeDueBackup(): Promise<boolean>;
  /** Orderly stop: waits for the running command, checkpoints the WAL, closes the database. Safe to call twice. */
  stop(): Promise<void>;
}

/** The same fictional college everywhere: help texts and screenshots can speak of it. */
const SAMPLE_SEED = 1;

/** The first look for a due backup leaves the start alone. */
const FIRST_BACKUP_AFTER_MS = 60_000;
const LOOK_FOR_BACKUPS_EVERY_MS = 10 * 60_000;

const SYSTEM = { id: 'system', name: '' };

async function readCatalogue(resourcesFolder: string) {
  const file = join(resourcesFolder, 'catalogue', 'worldskills-2026.json');
  return parseCatalogue(JSON.parse(await readFile(file, 'utf8')));
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new DatabaseError('database_read_only', 'the data folder cannot be made', { cause: error });
  }
}

/** What the database needs to know of what the entries say. */
type OfHost = 'dataFolder' | 'workersUrl' | 'resourcesFolder' | 'wallClock';

async function openHost(
  options: Required<Pick<ApplicationOptions, OfHost>> & { isReadOnly: boolean },
  deviceId: () => string,
): Promise<DatabaseHost> {
  const prepare = async (database: Database): Promise<void> => {
    const header = { name: 'competencies.loadCatalogue', actor: SYSTEM, undoable: false };
    const catalogue = await readCatalogue(options.resourcesFolder);
    await database.commit(header, (work) => loadCatalogue(work, catalogue));
  };
  return DatabaseHost.open({
    dataFolder: options.dataFolder,
    deviceId,
    wallClock: options.wallClock,
    isReadOnly: options.isReadOnly,
    prepare,
    isSampleFilled: (database) => isSampleFilled(database.db),
    fillSample: (database) => {
      const today = localDay(options.wallClock());
      const tools = createSelectionTools(options.workersUrl, () => undefined);
      const storeMore = (filled: Database): Promise<void> => seedSelections(filled, tools, today);
      const college = { seed: SAMPLE_SEED, scale: 1, language: 'kk' } as const;
      return fillSample(database, { ...college, today, storeScheme, storeMore });
    },
  });
}

/** What is there once the database is open. */
interface Core {
  options: ApplicationOptions & { wallClock: () => number; isReadOnly: boolean };
  host: DatabaseHost;
  preferences: PreferencesFile;
  settings: BackupSettingsFile;
  logError: LogError;
  publish: (event: MainEvent) => void;
  records: KeptRecords;
}

interface Parts {
  backups: BackupTools;
  access: AccessKeeper;
  dispatch: Dispatcher['dispatch'];
}

/** Puts backups, sign-in, handlers and router together around the open database. */
async function assemble(core: Core): Promise<Parts> {
  const { options, host, preferences, settings, logError, publish, records } = core;
  const { dataFolder, isReadOnly, version, wallClock, workersUrl } = options;
  const switched = (): void => publish({ kind: 'database_switched', sample: host.isSample });
  const access = new AccessKeeper({
    withOwn: (body) => host.withOwn(body),
    wallClock,
    changed: switched,
    wrote: (entities) => publish({ kind: 'changed', entities }),
  });
  await access.load();
  const backups = createBackups({
    host,
    preferences,
    settings,
    publish,
    logError,
    switched: async () => {
      await access.load();
      switched();
    },
    dataFolder,
    isReadOnly,
    version,
    wallClock,
    workerUrl: new URL(`backupWorker.${WORKER_EXTENSION}`, workersUrl),
  });
  await backups.restorer.clearStaged();
  const publisherKeyFile = join(options.resourcesFolder, 'update-key.pem');
  const dispatch = createRouter({
    handlers: createHandlers({
      ...{ host, access, backups, preferences, publish, version, workersUrl, records },
      updates: {
        publicKey: options.publisherKey ?? (await readPublisherKey(publisherKeyFile)),
        folder: join(dataFolder, 'updates'),
        showFile: options.showFile ?? (() => undefined),
      },
      printPdf: options.printPdf ?? null,
    }),
    createContext: createContextFactory({ host, actor: () => access.actor(), publish, wallClock }),
    logError,
    onDamage: () => {
      if (host.kind === 'own') backups.keeper.noteDamage();
    },
  });
  return { backups, access, dispatch };
}

/**
 * Ordered start: folder → log → preferences → interrupted restore → database (lock, settings, migrations; kept aside
 * when it is damaged) → catalogue → sign-in → router.
 * @throws DatabaseError with a code of the contract when the database cannot be opened
 */
export async function startApplication(given: ApplicationOptions): Promise<Application> {
  makeFolder(given.dataFolder);
  const work = await openWorkFolder(given.dataFolder);
  const { isReadOnly } = work;
  const options = { wallClock: Date.now, ...given, dataFolder: work.folder, isReadOnly };
  const { dataFolder, wallClock } = options;
  const logError = openLog(dataFolder);
  const preferences = await PreferencesFile.open(dataFolder, options.systemLanguage);
  const settings = BackupSettingsFile.open(dataFolder);
  finishSwap(dataFolder);
  const open = (): Promise<DatabaseHost> => openHost(options, () => preferences.values.deviceId);
  const host = await openSafely({
    dataFolder,
    settings,
    wallClock,
    open,
    renewDevice: () => preferences.renewDevice(),
  });
  const events = new EventBus();
  const publish = (event: MainEvent): void => events.publish(event);
  const records = new KeptRecords(options.version);
  const parts = await assemble({ options, host, preferences, settings, logError, publish, records });
  const { keeper } = parts.backups;
  if (!isReadOnly) keeper.startSchedule(FIRST_BACKUP_AFTER_MS, LOOK_FOR_BACKUPS_EVERY_MS);
  if (options.sample && !isReadOnly) await host.openSample();
  const ahead = await FiguresAhead.start({ host, records, events, wallClock });
  return {
    dispatch: (...call) => {
      ahead.noteCall();
      return parts.dispatch(...call);
    },
    events,
    publish,
    getLanguage: () => preferences.values.language,
    logError,
    makeDueBackup: () => keeper.makeDue(),
    stop: async () => {
      await ahead.stop();
      await keeper.stop();
      unmarkRunning(dataFolder);
      await host.close();
      work.remove();
    },
  };
}
