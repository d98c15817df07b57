import type { Language } from '#shared/contract/app.ts';
import type { MainEvent } from '#shared/contract/events.ts';
import type { Dispatcher, EventSource } from './router/call.ts';

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
}

/** The running application, whichever door it is seen through. */
export interface Application extends Dispatcher {
  events: EventSource;
  /** Tells every page, for example from the menu. */
  publish(event: MainEvent): void;
  /** The language of the interface now; `events` tells when preferences change. */
  getLanguage(): Language;
  /** Writes a line to the log file; never names or marks. */
  logError(where: string, error: unknown): void;
  /** Orderly stop: waits for the running command, checkpoints the WAL, closes the database. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Ordered start: folder → log → preferences → database (lock, settings, migrations) → catalogue → router.
 * @throws StartError with a code of the contract when the database cannot be opened
 */
export declare function startApplication(options: ApplicationOptions): Promise<Application>;
