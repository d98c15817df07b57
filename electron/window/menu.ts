import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { MainEvent } from '#shared/contract/events.ts';
import { shellTexts, type ShellTexts } from './texts.ts';
import type { Language } from '#shared/contract/app.ts';

/** What the page is asked for by the menu. */
export type MenuCommand = Extract<MainEvent, { kind: 'menu' }>['command'];

type Ask = (command: MenuCommand) => void;
type MenuTexts = ShellTexts['menu'];

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * An item that asks the page. The shortcut is only shown: the page itself hears its keys, at both doors alike, and a
 * text field keeps its own undo.
 */
function asking(
  ask: Ask,
  command: MenuCommand,
  label: string,
  accelerator?: string,
): MenuItemConstructorOptions {
  const shortcut = accelerator === undefined ? {} : { accelerator, registerAccelerator: false };
  return { id: command, label, ...shortcut, click: () => ask(command) };
}

function textRoles(texts: MenuTexts): MenuItemConstructorOptions[] {
  return [
    { role: 'cut', label: texts.cut },
    { role: 'copy', label: texts.copy },
    { role: 'paste', label: texts.paste },
    { role: 'selectAll', label: texts.selectAll },
  ];
}

function macAppMenu(texts: MenuTexts, ask: Ask): MenuItemConstructorOptions {
  return {
    label: 'Shyng',
    submenu: [
      asking(ask, 'about', texts.about),
      separator,
      asking(ask, 'settings', texts.settings, 'CmdOrCtrl+,'),
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      separator,
      { role: 'quit', label: texts.quit },
    ],
  };
}

function fileMenu(texts: MenuTexts, ask: Ask, isMac: boolean): MenuItemConstructorOptions {
  const print = asking(ask, 'print', texts.print, 'CmdOrCtrl+P');
  const pdf = asking(ask, 'pdf', texts.pdf);
  const elsewhere = [
    asking(ask, 'settings', texts.settings, 'CmdOrCtrl+,'),
    separator,
    { role: 'quit', label: texts.quit } as const,
  ];
  return { label: texts.file, submenu: [print, pdf, ...(isMac ? [] : elsewhere)] };
}

function viewMenu(texts: MenuTexts, ask: Ask): MenuItemConstructorOptions {
  return {
    label: texts.view,
    submenu: [
      asking(ask, 'search', texts.search, 'CmdOrCtrl+K'),
      separator,
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      { role: 'resetZoom', label: texts.resetZoom },
      separator,
      { role: 'togglefullscreen', label: texts.fullScreen },
    ],
  };
}

/**
 * The native menu as data. Undo and redo are those of the application's own history, which covers everything; cutting
 * and pasting are the system's.
 */
export function buildMenuTemplate(
  texts: MenuTexts,
  platform: NodeJS.Platform,
  ask: Ask,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const windowMenu: MenuItemConstructorOptions = {
    label: texts.window,
    submenu: [
      { role: 'minimize', label: texts.minimize },
      { role: 'close', label: texts.close },
    ],
  };
  return [
    ...(isMac ? [macAppMenu(texts, ask)] : []),
    fileMenu(texts, ask, isMac),
    {
      label: texts.edit,
      submenu: [
        asking(ask, 'undo', texts.undo, 'CmdOrCtrl+Z'),
        asking(ask, 'redo', texts.redo, 'CmdOrCtrl+Shift+Z'),
        separator,
        ...textRoles(texts),
      ],
    },
    viewMenu(texts, ask),
    ...(isMac ? [windowMenu] : []),
    { label: texts.help, role: 'help', submenu: [asking(ask, 'about', texts.about)] },
  ];
}

/** Shows the menu in a language; called again whenever the language changes. */
export function showMenu(language: Language, publish: (event: MainEvent) => void): void {
  const template = buildMenuTemplate(shellTexts(language).menu, process.platform, (command) =>
    publish({ kind: 'menu', command }),
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Gives text its usual menu at the right mouse button, which Electron leaves to the program. */
export function offerTextMenu(contents: WebContents, getLanguage: () => Language): void {
  contents.on('context-menu', (_event, about) => {
    if (!about.isEditable && about.selectionText === '') return;
    const texts = shellTexts(getLanguage()).menu;
    const roles = about.isEditable ? textRoles(texts) : [{ role: 'copy', label: texts.copy } as const];
    Menu.buildFromTemplate(roles).popup();
  });
}
