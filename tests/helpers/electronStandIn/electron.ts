/**
 * The part of the `electron` module that the program's main process uses, for a machine without the Electron runtime.
 * Windows are Chromium pages that the test drives; everything that shows is asked of the test over a line.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browserWindow.ts';
export { Menu, dialog, nativeTheme, screen, shell } from './desktopParts.ts';
export { ipcMain, protocol, session } from './sessionParts.ts';
