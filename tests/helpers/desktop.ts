import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import type { Bounds, DialogEntry, MenuEntry, Outcome } from './electronStandIn/messages.ts';

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

function closed(stream: Readable | null): Promise<void> {
  if (stream === null || stream.closed) return Promise.resolve();
  return new Promise((done) => stream.resume().once('close', () => done()));
}

/**
 * Settles when a process has ended and its outputs are read. (`close` of the process itself does not come when the
 * test has closed the channel.)
 */
export function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((done) => {
    child.once('exit', (code, signal) => {
      void Promise.all([closed(child.stdout), closed(child.stderr)]).then(() => done({ code, signal }));
    });
  });
}

/** A window as a window manager sees it. */
export interface WindowView {
  bounds: Bounds;
  maximized: boolean;
  shown: boolean;
}

/** What a person would see of the desktop app outside of its page. */
export interface DesktopView {
  menu: MenuEntry[];
  windows: WindowView[];
  dialogs: DialogEntry[];
  /** Addresses handed to the system's browser. */
  externalUrls: string[];
  /** How often another start of the program was heard of. */
  secondStarts: number;
}

/** The desktop app under test: on the stand-in, or on the real runtime where one is installed. */
export interface Desktop {
  exited: Promise<Exit>;
  /** Page of the window, as soon as there is one. */
  firstPage(): Promise<Page>;
  /** Waits until something of the view holds. @throws when the app ends before */
  until(holds: (view: DesktopView) => boolean): Promise<DesktopView>;
  clickMenu(id: string): Promise<void>;
  moveWindow(bounds: Bounds): Promise<void>;
  /** Closes the window as a person does. */
  closeWindow(): Promise<void>;
  /** A message to main from another frame than the page, for example of a site of someone else's. */
  invokeFrom(frame: { url: string; isTop: boolean }, route: string, input: unknown): Promise<Outcome>;
  /** Asks the program to quit and waits for its end. */
  quit(): Promise<Exit>;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<Exit>;
  /** What the process wrote to its outputs. */
  output(): string;
}
