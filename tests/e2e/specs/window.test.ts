import { expect } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import type { MenuEntry } from '../../helpers/electronStandIn/messages.ts';
import { codeOf, untilReady, windowOnly, type RunningApp } from '../fixtures.ts';
import { shellTexts } from '../../../electron/window/texts.ts';
import type { Desktop } from '../../helpers/desktop.ts';
import type { Result } from '#shared/contract/errors.ts';

function desktopOf(app: RunningApp): Desktop {
  if (app.desktop === null) throw new Error('This test needs the window');
  return app.desktop;
}

const labels = (items: readonly MenuEntry[]): string[] =>
  items.flatMap(({ label, submenu = [] }) => [...(label ? [label] : []), ...labels(submenu)]);

windowOnly('native menu', (test) => {
  test('speaks the chosen language', async ({ app }) => {
    for (const language of languages) {
      await app.setLanguage(language);
      const { menu } = shellTexts(language);
      const wanted = [menu.undo, menu.redo, menu.copy, menu.search, menu.about];
      await desktopOf(app).until((view) => {
        const shown = labels(view.menu);
        return wanted.every((label) => shown.includes(label));
      });
    }
  });

  test('asks the page for what the page does', async ({ app, page }) => {
    await desktopOf(app).clickMenu('search');
    await page.getByRole('dialog').waitFor();
  });

  test('takes back the last action', async ({ app }) => {
    await app.call('competencies.createOwn', {
      number: '1',
      name: { kk: 'Ветеринария', ru: 'Ветеринария', en: '' },
      teamSize: 1,
      maxAge: null,
      sections: [],
    });
    const own = async () => {
      const { competencies } = await app.call('competencies.list', {});
      return competencies.filter(({ kind }) => kind === 'own').length;
    };
    expect(await own()).toBe(1);
    const undone = app.page.evaluate(
      () =>
        new Promise<void>((done) => {
          window.shyng?.onEvent((event) => {
            if (event.kind === 'changed') done();
          });
        }),
    );
    await desktopOf(app).clickMenu('undo');
    await undone;
    expect(await own()).toBe(0);
  });
});

windowOnly('window', (test) => {
  test('is shown, and opens again where it was closed', async ({ start }) => {
    const first = desktopOf(await start());
    await first.until(({ windows }) => windows[0]?.shown === true);
    const bounds = { x: 140, y: 90, width: 1100, height: 720 };
    await first.moveWindow(bounds);
    await first.until(({ windows }) => windows[0]?.bounds.width === bounds.width);
    await first.quit();
    const second = desktopOf(await start());
    const view = await second.until(({ windows }) => windows.length === 1);
    expect(view.windows[0]?.bounds).toEqual(bounds);
  });

  test('is the only one: a second start brings it to the front', async ({ app, start }) => {
    const second = start().catch((error: unknown) => error);
    await desktopOf(app).until(({ secondStarts }) => secondStarts === 1);
    expect(await second).toBeInstanceOf(Error);
    const view = await desktopOf(app).until(({ windows }) => windows.length > 0);
    expect(view.windows).toHaveLength(1);
  });

  test('ends the program in order when it is closed', async ({ app }) => {
    const desktop = desktopOf(app);
    if (process.platform === 'darwin') return;
    await desktop.closeWindow();
    expect(await desktop.exited).toMatchObject({ code: 0 });
  });

  test('does not leave its page', async ({ app, page }) => {
    const home = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await untilReady(page);
    expect(page.url()).toBe(home);
    expect(codeOf(await app.answer('app.getStatus', {}))).toBe('ok');
  });

  test('opens no other window; an https link goes to the system', async ({ app, page }) => {
    await page.evaluate(() => {
      window.open('https://worldskills.org/');
      window.open('file:///etc/passwd');
      window.open('https://name:password@example.com/');
    });
    const view = await desktopOf(app).until(({ externalUrls }) => externalUrls.length > 0);
    expect(view.externalUrls).toEqual(['https://worldskills.org/']);
    expect(view.windows).toHaveLength(1);
  });

  test('answers only its own top frame', async ({ app }) => {
    const strangers = [
      { url: 'https://example.com/', isTop: true },
      { url: 'app://shyng.example/', isTop: true },
      { url: 'file:///app/index.html', isTop: true },
      { url: 'about:blank', isTop: true },
      { url: 'app://shyng/', isTop: false },
    ];
    for (const frame of strangers) {
      const outcome = await desktopOf(app).invokeFrom(frame, 'app.getStatus', {});
      expect(outcome.ok && codeOf(outcome.value as Result<unknown>)).toBe('forbidden_sender');
    }
  });

  test('gives the page two functions and nothing of Electron or Node', async ({ page }) => {
    const seen = await page.evaluate(() => ({
      bridge: Object.entries(window.shyng ?? {}).map(([name, value]) => `${name}: ${typeof value}`),
      others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', '__standInCall'].filter(
        (name) => name in globalThis,
      ),
    }));
    expect(seen).toEqual({ bridge: ['call: function', 'onEvent: function'], others: [] });
  });
});
