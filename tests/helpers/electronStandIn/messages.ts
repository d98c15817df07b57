/** What the app under test (a child process) and the test say to each other. */

/** A rectangle on the desktop. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A menu item without its functions. */
export interface MenuEntry {
  id?: string;
  role?: string;
  label?: string;
  accelerator?: string;
  submenu?: MenuEntry[];
}

/** A message box as it was asked for. */
export interface DialogEntry {
  kind: 'error' | 'message';
  title: string;
  detail: string;
  buttons: string[];
}

/** The frame that sends a message to main. */
export interface FrameEntry {
  url: string;
  isTop: boolean;
}

/** What came out of a call of `ipcMain.handle`. */
export type Outcome = { ok: true; value: unknown } | { ok: false; message: string };

/** An answer of the app's own protocol. */
export interface Served {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** How a page is to be printed; names of Electron. */
export interface PdfOptions {
  preferCSSPageSize?: boolean;
  printBackground?: boolean;
  generateTaggedPDF?: boolean;
  generateDocumentOutline?: boolean;
}

/** What the app asks the test for; each is answered. */
export interface AppRequests {
  openWindow: { input: { id: number; bounds: Bounds; preloadFile: string }; output: null };
  loadUrl: { input: { id: number; url: string }; output: null };
  reload: { input: { id: number }; output: null };
  printToPdf: { input: { id: number; options: PdfOptions }; output: Uint8Array };
  closeWindow: { input: { id: number }; output: null };
  windowState: {
    input: { id: number; shown: boolean; maximized: boolean; bounds: Bounds };
    output: null;
  };
  send: { input: { id: number; channel: string; args: unknown[] }; output: null };
  menu: { input: { items: MenuEntry[] }; output: null };
  dialog: { input: DialogEntry; output: { button: number } };
  openExternal: { input: { url: string }; output: null };
  secondInstance: { input: { userData: string; argv: string[] }; output: null };
}

/** What the test asks the app for; each is answered. */
export interface HostRequests {
  invoke: { input: { id: number; frame: FrameEntry; channel: string; args: unknown[] }; output: Outcome };
  serve: { input: { url: string; method: string }; output: Served };
  mayRequest: { input: { url: string }; output: boolean };
  mayNavigate: { input: { id: number; url: string; isMainFrame: boolean }; output: boolean };
  askWindowOpen: { input: { id: number; url: string }; output: 'allow' | 'deny' };
  mayUse: { input: { permission: string }; output: boolean };
  readyToShow: { input: { id: number }; output: null };
  clickMenu: { input: { id: string }; output: null };
  moveWindow: { input: { id: number; bounds: Bounds }; output: null };
  close: { input: { id: number }; output: null };
  pageCrashed: { input: { id: number }; output: null };
  secondInstance: { input: { argv: string[] }; output: null };
  quit: { input: null; output: null };
}
