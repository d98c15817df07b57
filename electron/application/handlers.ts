import { rm } from 'node:fs/promises';
import type { MainEvent } from '#shared/contract/events.ts';
import type { BackupKind } from '#shared/domain/backup/backupName.ts';
import { createAccessHandlers } from '../features/access/access.handlers.ts';
import type { AccessKeeper } from '../features/access/accessKeeper.ts';
import { assertOwnRecords } from '../features/access/recordRule.ts';
import { assessmentHandlers } from '../features/assessment/assessment.handlers.ts';
import { createAttachmentHandlers } from '../features/attachments/attachments.handlers.ts';
import { createBaseHandlers } from '../features/base/base.handlers.ts';
import { competencyHandlers } from '../features/competencies/competencies.handlers.ts';
import { contestHandlers } from '../features/contest/contest.handlers.ts';
import { createExchangeHandlers } from '../features/exchange/exchange.handlers.ts';
import { createHistoryHandlers } from '../features/history/history.handlers.ts';
import { createGoalHandlers } from '../features/insight/goals.handlers.ts';
import { createInsightHandlers } from '../features/insight/insight.handlers.ts';
import type { KeptRecords } from '../features/insight/keptRecords.ts';
import { createPaperHandlers, type PrintPdf } from '../features/paper/paper.handlers.ts';
import { peopleHandlers } from '../features/people/people.handlers.ts';
import { planHandlers } from '../features/plan/plan.handlers.ts';
import { practiceHandlers } from '../features/practice/practice.handlers.ts';
import { createPrivacyHandlers } from '../features/privacy/privacy.handlers.ts';
import { progressHandlers } from '../features/progress/progress.handlers.ts';
import { createSchemeHandlers } from '../features/schemes/schemes.handlers.ts';
import { createSchemeReader } from '../features/schemes/schemeReader.ts';
import { championshipHandlers, createSelectionHandlers } from '../features/selection/selection.handlers.ts';
import { createSettingsHandlers } from '../features/settings/settings.handlers.ts';
import { createUpdateHandlers, type UpdateTools } from '../features/updates/updates.handlers.ts';
import { trainingHandlers } from '../features/training/training.handlers.ts';
import { createBackupHandlers, type BackupTools } from '../features/backup/backup.handlers.ts';
import { listBackupNames } from '../database/backup/folder.ts';
import { attachmentPath } from '../files/attachmentFiles.ts';
import type { PreferencesFile } from '../files/preferences.ts';
import type { FeatureHandlers, Handlers } from '../router/handlers.ts';
import { createForecastComputer } from '../workers/computeForecasts.ts';
import { createWorkbookReader } from '../workers/readWorkbook.ts';
import type { DatabaseHost } from './databaseHost.ts';
import { partnershipHandlers } from './partnershipHandlers.ts';

import { resultTools } from './resultTools.ts';
import { WORKER_EXTENSION, createSelectionTools } from './selectionTools.ts';

/** What the handlers of all features are put together from. */
export interface HandlerTools {
  host: DatabaseHost;
  preferences: PreferencesFile;
  backups: BackupTools;
  access: AccessKeeper;
  publish: (event: MainEvent) => void;
  version: string;
  workersUrl: URL;
  /** What was practised, kept between two looks at it. */
  records: KeptRecords;
  /** The publisher's key, and how a file is shown in the system's file manager. */
  updates: Pick<UpdateTools, 'publicKey' | 'folder' | 'showFile'>;
  printPdf: PrintPdf;
}

/** Personal data: what refers to a person, and what has to be told when one is erased. */
function privacyHandlers(tools: HandlerTools, switched: () => void): FeatureHandlers<'privacy'> {
  const { host } = tools;
  return createPrivacyHandlers({
    references: () => host.current.referencesTo('students'),
    deleteFiles: async (hashes) => {
      for (const hash of hashes) await rm(attachmentPath(host.folder, hash), { force: true });
    },
    erased: switched,
    countBackups: async () => (await listBackupNames(tools.backups.keeper.folder)).length,
  });
}

/** Files beside records, of the database that is open now. */
function attachmentHandlers({ host, backups }: HandlerTools): FeatureHandlers<'attachments'> {
  return createAttachmentHandlers({
    folder: () => host.folder,
    // Only the college's own files are in its backups.
    bringBack: async (sha256) => {
      if (host.kind === 'own') await backups.bringBack([sha256]);
    },
  });
}

/** Settings, and the way into the sample college and out of it. */
function settingsHandlers(
  tools: HandlerTools,
  switched: () => void,
): ReturnType<typeof createSettingsHandlers> {
  const { host, preferences, publish } = tools;
  return createSettingsHandlers({
    preferences,
    version: tools.version,
    isSample: () => host.isSample,
    publishPreferences: () => publish({ kind: 'preferences_changed' }),
    openSample: async () => {
      await tools.backups.restorer.closeView();
      await host.openSample();
      switched();
    },
    removeSample: async () => {
      await host.removeSample();
      switched();
    },
  });
}

/** All handlers of the registry; one that is missing does not compile. */
export function createHandlers(tools: HandlerTools): Handlers {
  const { host, publish, version } = tools;
  const backUp = (kind: BackupKind): Promise<void> => tools.backups.keeper.makeBefore(kind);
  const workbooks = createWorkbookReader({
    workerUrl: new URL(`workbookWorker.${WORKER_EXTENSION}`, tools.workersUrl),
  });
  const computer = createForecastComputer(new URL(`forecastWorker.${WORKER_EXTENSION}`, tools.workersUrl));
  const switched = (): void => publish({ kind: 'database_switched', sample: host.isSample });
  return {
    ...peopleHandlers,
    ...competencyHandlers,
    ...trainingHandlers,
    ...assessmentHandlers,
    ...contestHandlers,
    ...progressHandlers,
    ...planHandlers,
    ...practiceHandlers,
    ...createGoalHandlers(tools.records),
    ...createInsightHandlers({
      computer,
      records: tools.records,
      onProgress: (task, done, total) => publish({ kind: 'progress', task, done, total }),
    }),
    ...championshipHandlers,
    ...createSelectionHandlers(
      createSelectionTools(
        tools.workersUrl,
        (task, done, total) => publish({ kind: 'progress', task, done, total }),
        computer,
      ),
    ),
    ...attachmentHandlers(tools),
    ...createBaseHandlers(workbooks),
    ...partnershipHandlers,
    ...createSchemeHandlers(createSchemeReader(workbooks)),
    ...createBackupHandlers(tools.backups),
    ...createExchangeHandlers({ workbooks, results: resultTools, backUp: () => backUp('before_import') }),
    ...createUpdateHandlers({ ...tools.updates, version, backUp: () => backUp('before_update') }),
    ...createPaperHandlers(tools.printPdf),
    ...privacyHandlers(tools, switched),
    ...createAccessHandlers(tools.access),
    ...createHistoryHandlers({
      publish: (entities) => publish({ kind: 'changed', entities }),
      check: assertOwnRecords,
    }),
    ...settingsHandlers(tools, switched),
  };
}
