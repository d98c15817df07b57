import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser of the system, for Playwright, which brings none.
 * @throws when there is none; `SHYNG_CHROMIUM` names one elsewhere
 */
export function chromiumOptions(): LaunchOptions {
  const executablePath = process.env['SHYNG_CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('No Chromium found; set SHYNG_CHROMIUM to its path');
  return {
    executablePath,
    headless: true,
    // Without a locale of UTF-8 it gives downloads no name that has other letters than English ones.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
