import type { FileChooser, Locator, Page } from 'playwright-core';

/** More stops than any screen has before what is looked for. */
const MOST_STOPS = 120;

/**
 * A person who has only a keyboard: every place is reached with keys, and what is pressed goes to whatever has the
 * focus. Nothing here points, clicks, or gives the focus from outside.
 */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    // Chromium begins to hand choosers over only some time after it is first asked to: long before one is opened.
    page.on('filechooser', () => undefined);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Whether the focus is on a place, or within it. */
  async isAt(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element.contains(document.activeElement));
  }

  /** Waits until the focus has come to a place by itself. */
  async arriveAt(target: Locator): Promise<void> {
    await target.waitFor();
    const element = await target.elementHandle();
    await this.page.waitForFunction((one) => one.contains(document.activeElement), element);
  }

  /** Goes with Tab, or with Shift+Tab, until a place has the focus. @throws when it is never reached */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await this.isAt(target)) return;
      await this.press(key);
    }
    throw new Error(`Out of reach of ${key}: ${String(target)}`);
  }

  /** Goes to a button and presses it. */
  async pressButton(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press('Enter');
  }

  /** Opens a page of the program by its name, with the search that Ctrl+K opens. */
  async openPage(name: string): Promise<void> {
    await this.press('Control+k');
    const field = this.page.getByRole('combobox', { name: 'Аты-жөнін немесе бет атауын жазыңыз' });
    await this.arriveAt(field);
    await this.type(name);
    await this.page.getByRole('option', { name, exact: true, selected: true }).waitFor();
    await this.press('Enter');
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  /** Presses Enter on a button that opens the system's own dialog for files, which is not part of the page. */
  async chooseFile(button: Locator, files: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
    await this.tabTo(button);
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press('Enter')]);
    await chooser.setFiles(files);
  }
}
