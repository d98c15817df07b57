import { BrowserWindow, nativeTheme, screen } from 'electron';
import { MINIMUM, chooseBounds } from './bounds.ts';
import { readWindowState, rememberWindowState } from './windowState.ts';

/** What the window needs to know. */
export interface MainWindowOptions {
  /** Folder in which size and position are remembered. */
  stateFolder: string;
  preloadFile: string;
  /** Address of the page. */
  address: string;
  /** Picture of the window where the system does not take it from the program file. */
  iconFile: string;
  /** Only while developing. */
  devTools: boolean;
}

const BACKGROUND = { light: '#ffffff', dark: '#1a1b1e' } as const;

function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

/** Opens the one window of the program; shown when the page has something to show. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { maximized, ...bounds } = chooseBounds(readWindowState(options.stateFolder), workAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: 'Shyng',
    ...(process.platform === 'linux' ? { icon: options.iconFile } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  rememberWindowState(window, options.stateFolder);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  void window.loadURL(options.address);
  return window;
}

/** Brings the window to the front, for example when the program is started a second time. */
export function focusWindow(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
