import { join } from 'node:path';
import { BrowserWindow, app, dialog, ipcMain, session, shell } from 'electron';
import type { MainEvent } from '#shared/contract/events.ts';
import { toHexText } from '#shared/lib/hexText.ts';
import type { Application, ApplicationOptions } from '../bootstrap.ts';
import { DATA_SUBFOLDER } from '../dataFolder.ts';
import type { Locations } from '../locations.ts';
import { openIpcDoor } from '../router/ipcDoor.ts';
import { registerAppScheme, serveAppScheme } from '../security/appProtocol.ts';
import { guardNavigation } from '../security/navigation.ts';
import { APP_ORIGIN, originOf } from '../security/sender.ts';
import { restrictSession } from '../security/sessionRules.ts';
import { interfaceLanguage } from '../systemLanguage.ts';
import { installProcessHooks, watchPage, type CrashSurroundings } from './crashHooks.ts';
import { findOpenedFile, isUpdateFile, readDesktopOptions } from './desktopOptions.ts';
import { focusWindow, openMainWindow } from './mainWindow.ts';
import { offerTextMenu, showMenu } from './menu.ts';
import { printPdf } from './printPdf.ts';
import { shellTexts, startSentence } from './texts.ts';

/** What the entry hands over. */
export interface DesktopParts {
  startApplication: (options: ApplicationOptions) => Promise<Application>;
  locations: Locations;
}

let application: Application | null = null;
let stopped = false;
/** A Mac tells the file that was opened by an event, which may come before everything else. */
let openedFile: string | null = null;

const options = readDesktopOptions(process.argv);
const systemTag = () => options.language ?? app.getPreferredSystemLanguages()[0] ?? app.getLocale();
const around: CrashSurroundings = {
  getApplication: () => application,
  getSystemLanguage: () => interfaceLanguage(systemTag()),
};

/** Origin of the development server, which only an unpackaged program ever asks. */
const devServer = () => (app.isPackaged ? null : originOf(process.env['ELECTRON_RENDERER_URL'] ?? ''));

function openWindow(locations: Locations, address: string): void {
  const window = openMainWindow({
    stateFolder: app.getPath('userData'),
    preloadFile: locations.preloadFile,
    address,
    iconFile: join(locations.resourcesFolder, 'icon.png'),
    devTools: !app.isPackaged,
  });
  watchPage(window, app, around);
  offerTextMenu(window.webContents, () => application?.getLanguage() ?? around.getSystemLanguage());
}

function focusOrOpen(open: () => void): void {
  const window = BrowserWindow.getAllWindows().at(0);
  if (window !== undefined) focusWindow(window);
  else if (application !== null) open();
}

/** Stops the application once, before the program ends; asked again afterwards, lets it end. */
function stopBeforeQuit(closeDoor: () => void, running: Application): void {
  let stopping = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    closeDoor();
    running
      .stop()
      .catch((error: unknown) => running.logError('stop', error))
      .finally(() => {
        stopped = true;
        app.quit();
      });
  });
}

async function open({ startApplication, locations }: DesktopParts): Promise<void> {
  const ownOrigin = devServer() ?? APP_ORIGIN;
  restrictSession(session.defaultSession, devServer());
  serveAppScheme(session.defaultSession, locations.rendererFolder);
  guardNavigation(app, ownOrigin);
  const running = await startApplication({
    dataFolder: options.dataFolder ?? join(app.getPath('userData'), DATA_SUBFOLDER),
    workersUrl: locations.workersUrl,
    resourcesFolder: locations.resourcesFolder,
    version: locations.version,
    systemLanguage: systemTag(),
    sample: options.sample,
    showFile: (file) => shell.showItemInFolder(file),
    printPdf: () => printPdf(BrowserWindow.getAllWindows().at(0)?.webContents),
  });
  application = running;
  const closeDoor = openIpcDoor({
    ipc: ipcMain,
    dispatcher: running,
    events: running.events,
    ownOrigin,
    listContents: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  });
  stopBeforeQuit(closeDoor, running);
  const publish = running.publish.bind(running);
  showMenu(running.getLanguage(), publish);
  running.events.subscribe((event) => {
    if (event.kind === 'preferences_changed' || event.kind === 'database_switched') {
      showMenu(running.getLanguage(), publish);
    }
  });
  const openAgain = () => openWindow(locations, `${ownOrigin}/`);
  const openWith = (file: string | null) =>
    openWindow(locations, file === null ? `${ownOrigin}/` : `${ownOrigin}/#${addressOf(file)}`);
  openWith(options.openedFile ?? openedFile);
  app.on('activate', () => focusOrOpen(openAgain));
  app.on('second-instance', (_event, argv) => {
    const file = findOpenedFile(argv);
    focusOrOpen(() => openWith(file));
    if (file !== null) publish(openingOf(file));
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    focusOrOpen(() => openWith(file));
    publish(openingOf(file));
  });
}

/** Screen that shows what is in a backup or an update. */
const addressOf = (file: string): string =>
  `/settings/${isUpdateFile(file) ? 'update' : 'backup'}/open/${toHexText(file)}`;

const openingOf = (path: string): MainEvent => ({
  kind: isUpdateFile(path) ? 'open_update' : 'open_backup',
  path,
});

function tellWhyNot(error: unknown): void {
  const texts = shellTexts(around.getSystemLanguage());
  dialog.showErrorBox(texts.start.title, startSentence(texts, error));
  app.exit(1);
}

/** Runs the desktop app: one instance, one window, one application behind it. */
export function runDesktop(parts: DesktopParts): void {
  registerAppScheme();
  app.once('open-file', (event, file) => {
    event.preventDefault();
    openedFile ??= file;
  });
  app.enableSandbox();
  installProcessHooks(app, around);
  // The lock of the single instance belongs to this folder: two colleges may be open side by side.
  if (options.dataFolder !== null) app.setPath('userData', join(options.dataFolder, 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app
    .whenReady()
    .then(() => open(parts))
    .catch(tellWhyNot);
}
