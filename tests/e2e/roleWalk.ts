import { errors, type Locator, type Page, type Request } from 'playwright-core';
import type { Result } from '#shared/contract/errors.ts';
import { isRouteName, registry } from '#shared/contract/registry.ts';
import { isAllowed } from '#shared/domain/access/roleTable.ts';
import type { Role } from '#shared/domain/access/roles.ts';
import type { RunningApp } from './fixtures.ts';

/** Buttons of one kind on a page: the first of each is pressed, its neighbours in a list do the same. */
const MOST_BUTTONS = 25;
/** Milliseconds after which a button that went away meanwhile is not waited for any more. */
const PATIENCE = 3000;
/** Milliseconds after which an answer that never comes is not waited for any more. */
const LONGEST = 10_000;

/** Where a record is shown. */
const addressOf = (path: string, record: { id: string } | undefined): string => `${path}/${record?.id ?? ''}`;

/** Addresses of each kind of page there is, with records of the sample college. */
export async function listAddresses(app: RunningApp): Promise<string[]> {
  const { students } = await app.call('people.listStudents', {});
  const { competencies } = await app.call('competencies.list', {});
  const squad = competencies.find(({ candidateCount }) => candidateCount > 0);
  const { schemes } = await app.call('schemes.list', {});
  const { sessions } = await app.call('training.listSessions', {});
  const session = sessions.find(({ attemptCount }) => attemptCount > 0);
  const { championships } = await app.call('championships.list', {});
  const { selections } = await app.call('selection.list', {});
  const { partners } = await app.call('partners.list', {});
  const { events } = await app.call('events.list', {});
  const { lists } = await app.call('base.listLists', {});
  const scheme = schemes[0];
  const records = [
    addressOf('/students', students[0]),
    addressOf('/events/portfolio', students[0]),
    addressOf('/competencies', squad),
    addressOf('/progress', squad),
    addressOf('/insight', squad),
    addressOf('/schemes', scheme),
    `${addressOf('/schemes', scheme)}/edit`,
    `${addressOf('/training', session)}/attendance`,
    `${addressOf('/training', session)}/board`,
    `${addressOf('/training', session)}/attempts`,
    `${addressOf('/assessment', session)}/judging`,
    `${addressOf('/assessment', session)}/team`,
    `${addressOf('/assessment', session)}/results`,
    addressOf('/contests', championships[0]),
    addressOf('/selection', selections[0]),
    addressOf('/partners', partners[0]),
    addressOf('/events', events[0]),
    addressOf('/base/lists', lists[0]),
  ];
  const tops = ['', 'tasks', 'plan', 'training', 'progress', 'insight', 'contests', 'selection', 'students'];
  const others = ['experts', 'competencies', 'schemes', 'base', 'base/inventory', 'base/stock', 'partners'];
  const rest = ['partners/agreements', 'partners/visits', 'events', 'report', 'history', 'settings'];
  const closed = ['settings/backup', 'settings/privacy', 'settings/access', 'students/import'];
  return [...[...tops, ...others, ...rest, ...closed].map((path) => `/${path}`), ...records];
}

/** Presses a button that can be pressed. @returns false when it cannot, or went away meanwhile */
async function pressIfThere(button: Locator): Promise<boolean> {
  try {
    if (!(await button.isVisible()) || !(await button.isEnabled({ timeout: PATIENCE }))) return false;
    await button.click({ timeout: PATIENCE });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}

/** What a walk looks at: calls that are on their way, and calls that were refused. */
export class Walk {
  readonly #page: Page;
  readonly #pending = new Set<Request>();
  #role: Role = 'viewer';
  readonly refused: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => {
      // Code of a page comes when it is opened; the stream of events stays open.
      const isWaitedFor = ['fetch', 'script'].includes(request.resourceType());
      if (isWaitedFor && !request.url().endsWith('/api/events')) this.#pending.add(request);
    });
    page.on('requestfailed', (request) => this.#pending.delete(request));
    page.on('requestfinished', (request) => {
      if (!this.#pending.has(request)) return;
      void this.#note(request).finally(() => this.#pending.delete(request));
    });
  }

  async #note(request: Request): Promise<void> {
    const route = request.url().split('/api/')[1];
    if (route === undefined) return;
    const response = await request.response();
    const answer = (await response?.json().catch(() => null)) as Result<unknown> | null;
    const code = answer === null || answer.ok ? '' : answer.error.code;
    if (code.startsWith('forbidden')) this.refused.push(route);
  }

  /** Whose walk it is from now on. */
  goAs(role: Role): void {
    this.#role = role;
  }

  /** Waits until the page has what it asked for and has drawn it. */
  async settle(): Promise<void> {
    await this.#page.locator('main h1').first().waitFor();
    const latest = Date.now() + LONGEST;
    for (let quiet = 0; quiet < 2 && Date.now() < latest;) {
      await this.#page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => resume(null))));
      quiet = this.#pending.size === 0 ? quiet + 1 : 0;
    }
  }

  /** Presses each kind of button of the page. @returns what the role should not have been offered */
  async press(address: string): Promise<string[]> {
    const found: string[] = [];
    const names = await this.#buttonNames();
    for (const name of names) {
      const button = this.#page.locator('main').getByRole('button', { name, exact: true }).first();
      const before = this.refused.length;
      if (!(await pressIfThere(button))) continue;
      await this.settle();
      const what = `${address} «${name}»`;
      const refused = this.refused.slice(before);
      if (refused.length > 0) found.push(`${what}: ${refused.join(', ')}`);
      found.push(...(await this.#refusedForms()).map((command) => `${what}: a form of ${command}`));
      await this.#close();
      await this.#comeBack(address);
    }
    return found;
  }

  /** Forms that are open, can be sent, and would be refused. */
  async #refusedForms(): Promise<string[]> {
    const open = this.#page.locator('form[data-command]:has(button[type="submit"]:enabled)');
    const commands = await open.evaluateAll((forms) => forms.map((form) => form.dataset['command'] ?? ''));
    return commands.filter(
      (command) => !isRouteName(command) || !isAllowed(this.#role, registry[command].permission),
    );
  }

  async #buttonNames(): Promise<string[]> {
    const buttons = await this.#page.locator('main').getByRole('button').all();
    const names = new Map<string, string>();
    for (const button of buttons) {
      const name = ((await button.getAttribute('aria-label')) ?? (await button.innerText())).trim();
      const kind = name.split(/[:«\d]/)[0] ?? name;
      if (name !== '' && !names.has(kind)) names.set(kind, name);
    }
    return [...names.values()].slice(0, MOST_BUTTONS);
  }

  async #comeBack(address: string): Promise<void> {
    const isAway = await this.#page.evaluate((hash) => {
      const away = location.hash !== `#${hash}`;
      if (away) location.hash = hash;
      return away;
    }, address);
    if (isAway) await this.settle();
  }

  async #close(): Promise<void> {
    if ((await this.#page.locator('[role="dialog"], [role="menu"], [role="listbox"]').count()) === 0) return;
    await this.#page.keyboard.press('Escape');
    await this.settle();
  }
}
