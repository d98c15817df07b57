import { answerHost, host } from './hostLink.ts';
import type { Bounds, MenuEntry } from './messages.ts';

interface MenuItem extends Omit<MenuEntry, 'submenu'> {
  click?: () => void;
  submenu?: MenuItem[];
}

const withoutFunctions = ({ id, role, label, accelerator, submenu }: MenuItem): MenuEntry => ({
  ...(id === undefined ? {} : { id }),
  ...(role === undefined ? {} : { role }),
  ...(label === undefined ? {} : { label }),
  ...(accelerator === undefined ? {} : { accelerator }),
  ...(submenu === undefined ? {} : { submenu: submenu.map(withoutFunctions) }),
});

function findItem(items: readonly MenuItem[], id: string): MenuItem | null {
  for (const item of items) {
    const found = item.id === id ? item : findItem(item.submenu ?? [], id);
    if (found !== null) return found;
  }
  return null;
}

/** A native menu. */
export class Menu {
  static #current: Menu | null = null;
  readonly items: MenuItem[];

  constructor(items: MenuItem[]) {
    this.items = items;
  }

  static buildFromTemplate(template: MenuItem[]): Menu {
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu): void {
    Menu.#current = menu;
    void host.ask('menu', { items: menu.items.map(withoutFunctions) });
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#current;
  }

  popup(): void {
    void host.ask('menu', { items: this.items.map(withoutFunctions) });
  }
}

answerHost('clickMenu', ({ id }) => {
  const item = findItem(Menu.getApplicationMenu()?.items ?? [], id);
  if (item?.click === undefined) throw new Error(`No menu item ${id}`);
  item.click();
  return null;
});

interface MessageBox {
  message: string;
  detail?: string;
  buttons?: string[];
}

export const dialog = {
  showErrorBox(title: string, detail: string): void {
    void host.ask('dialog', { kind: 'error', title, detail, buttons: [] });
  },
  async showMessageBox({ message, detail = '', buttons = [] }: MessageBox): Promise<{ response: number }> {
    const { button } = await host.ask('dialog', { kind: 'message', title: message, detail, buttons });
    return { response: button };
  },
};

export const shell = {
  async openExternal(url: string): Promise<void> {
    await host.ask('openExternal', { url });
  },
  /** There is no file manager: what would be shown is there all the same. */
  showItemInFolder(_path: string): void {},
};

export const nativeTheme = { shouldUseDarkColors: false };

interface Display {
  id: number;
  workArea: Bounds;
}

const display: Display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };

export const screen = {
  getPrimaryDisplay: (): Display => display,
  getAllDisplays: (): Display[] => [display],
};
