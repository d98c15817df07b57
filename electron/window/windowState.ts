import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { parseWindowState, type WindowState } from './bounds.ts';

const fileIn = (folder: string) => join(folder, 'window.json');

/** @returns what was remembered in the folder; null when there is nothing that can be used */
export function readWindowState(folder: string): WindowState | null {
  try {
    return parseWindowState(readFileSync(fileIn(folder), 'utf8'));
  } catch {
    return null;
  }
}

/** Remembers size and position when the window closes. A folder that cannot be written to costs only the memory. */
export function rememberWindowState(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(`${fileIn(folder)}.new`, JSON.stringify(state));
      renameSync(`${fileIn(folder)}.new`, fileIn(folder));
    } catch {
      // The next start opens the window in the middle.
    }
  });
}
