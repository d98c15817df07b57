import { startApplication } from './bootstrap.ts';
import { locate } from './locations.ts';
import { runDesktop } from './window/desktop.ts';

runDesktop({ startApplication, locations: locate(import.meta.url) });
