import { dialog, type App, type BrowserWindow } from 'electron';
import type { Language } from '#shared/contract/app.ts';
import type { Application } from '../bootstrap.ts';
import { shellTexts } from './texts.ts';

/** What the hooks ask of the running program; the application is not there during the start. */
export interface CrashSurroundings {
  getApplication: () => Application | null;
  /** Language while there is no application yet. */
  getSystemLanguage: () => Language;
}

/** Ends of a process that are nobody's fault. */
const ORDERLY = new Set(['clean-exit', 'killed']);

function report(around: CrashSurroundings, where: string, error: unknown): void {
  const application = around.getApplication();
  if (application === null) return;
  application.logError(where, error);
  application.publish({ kind: 'trouble', code: 'internal' });
}

/** Hears what nobody caught, writes it to the log and tells the user; the stored data is not concerned. */
export function installProcessHooks(app: App, around: CrashSurroundings): void {
  const fail = (where: string) => (error: unknown) => {
    if (around.getApplication() !== null) {
      report(around, where, error);
      return;
    }
    const texts = shellTexts(around.getSystemLanguage());
    dialog.showErrorBox(texts.start.title, texts.start.internal);
    app.exit(1);
  };
  process.on('uncaughtException', fail('uncaughtException'));
  process.on('unhandledRejection', fail('unhandledRejection'));
  app.on('child-process-gone', (_event, details) => {
    if (ORDERLY.has(details.reason)) return;
    // Only these: a service's name could be anything.
    report(around, 'child-process-gone', new Error(`${details.type} ${details.reason} ${details.exitCode}`));
  });
}

/** Offers to open the page again when its process is gone. */
export function watchPage(window: BrowserWindow, app: App, around: CrashSurroundings): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (ORDERLY.has(details.reason)) return;
    const application = around.getApplication();
    application?.logError('render-process-gone', new Error(`${details.reason} ${details.exitCode}`));
    const texts = shellTexts(application?.getLanguage() ?? around.getSystemLanguage()).crash;
    const buttons = [texts.reopen, texts.quit];
    void dialog
      .showMessageBox({
        type: 'error',
        message: texts.title,
        detail: texts.body,
        buttons,
        defaultId: 0,
        cancelId: 1,
      })
      .then(({ response }) => {
        if (response === 0 && !window.isDestroyed()) window.webContents.reload();
        else app.quit();
      });
  });
}
