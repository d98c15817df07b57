import { expect } from 'vitest';
import type { Locator } from 'playwright-core';
import { Keyboard } from './keyboard.ts';

/**
 * The main job of the program, step by step and with the keyboard alone, in Kazakh: a scheme, students, a squad, a
 * practice day, the score grid, the chart of progress.
 */
export class MainJob extends Keyboard {
  /** Imports a workbook. @returns when the page of the scheme is open */
  async importWorkbook(file: { name: string; content: Uint8Array }, title: string): Promise<void> {
    const { page } = this;
    await this.openPage('Бағалау схемалары');
    await this.pressButton(page.getByRole('button', { name: 'Схеманы импорттау' }).first());
    const drawer = page.getByRole('dialog', { name: 'Бағалау схемасын импорттау' });
    const choose = drawer.getByRole('button', { name: 'Файл таңдау' });
    await this.arriveAt(choose);
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await this.chooseFile(choose, { name: file.name, mimeType, buffer: Buffer.from(file.content) });
    await drawer.getByRole('table', { name: 'Балдардың стандарт бөлімдері бойынша бөлінуі' }).waitFor();
    // Nothing is lost of the way: the keyboard goes on where it was.
    expect(await this.isAt(drawer)).toBe(true);
    await this.pressButton(drawer.getByRole('button', { name: 'Импорттау', exact: true }));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** Adds a student with the fields that are needed. */
  async addStudent(surname: string, givenName: string): Promise<void> {
    const { page } = this;
    await this.openPage('Студенттер');
    await this.pressButton(page.getByRole('button', { name: 'Студент қосу', exact: true }).first());
    const drawer = page.getByRole('dialog', { name: 'Жаңа студент' });
    await this.arriveAt(drawer.getByLabel('Тегі'));
    await this.type(surname);
    await this.press('Tab');
    await this.type(givenName);
    await this.press('Enter');
    await page.getByRole('heading', { level: 1, name: `${surname} ${givenName}` }).waitFor();
  }

  /** Opens a competency of the catalogue by its number. */
  async openCompetency(number: string, name: string): Promise<void> {
    const { page } = this;
    await this.openPage('Құзыреттіліктер');
    await this.tabTo(page.getByRole('searchbox'));
    await this.type(number);
    await page
      .getByRole('status')
      .filter({ hasText: /^1 құзыреттілік$/ })
      .waitFor();
    await this.tabTo(page.getByRole('grid', { name: 'Құзыреттіліктер' }));
    await this.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** Makes students candidates of the competency that is open. */
  async addCandidates(surnames: readonly string[]): Promise<void> {
    const { page } = this;
    await this.pressButton(page.getByRole('button', { name: 'Кандидат қосу' }));
    const drawer = page.getByRole('dialog', { name: 'Құрамға студент қосу' });
    await this.arriveAt(drawer.getByRole('searchbox'));
    for (const [index, surname] of surnames.entries()) {
      await this.type(surname);
      await drawer.locator('[data-first]', { hasText: surname }).waitFor();
      await drawer.getByRole('checkbox').nth(1).waitFor({ state: 'detached' });
      await this.press('Enter');
      await drawer.getByText(`Таңдалғаны: ${index + 1}`).waitFor();
    }
    await this.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    for (const surname of surnames) await page.getByRole('main').getByText(surname).waitFor();
  }

  /** Begins a practice day of a competency. @returns when its page is open */
  async startSession(competency: string, minutes: string): Promise<void> {
    const { page } = this;
    await this.openPage('Жаттығулар');
    await this.pressButton(page.getByRole('button', { name: 'Жаттығу бастау', exact: true }).first());
    const drawer = page.getByRole('dialog', { name: 'Жаңа жаттығу' });
    await this.arriveAt(drawer.getByRole('combobox', { name: 'Құзыреттілік' }));
    await this.type(competency);
    const option = page.getByRole('option', { name: competency, exact: true });
    await option.waitFor();
    await this.press('ArrowDown', 'Enter');
    await option.waitFor({ state: 'hidden' });
    await this.tabTo(drawer.getByLabel('Ұзақтығы, минут'));
    await this.type(minutes);
    await this.press('Enter');
    await page.getByRole('heading', { level: 1, name: competency }).waitFor();
  }

  /** Keeps attendance, a key for each of the squad. */
  async takeAttendance(keys: readonly string[]): Promise<void> {
    const grid = this.page.getByRole('grid', { name: 'Қатысу' });
    await this.tabTo(grid);
    await this.press(...keys);
    await expect.poll(() => grid.locator('[aria-pressed="true"]').count()).toBe(keys.length);
  }

  /** Starts attempts of all who are there at the scheme that is offered. @returns the score grid, with the focus */
  async startAttempts(scheme: string): Promise<Locator> {
    const { page } = this;
    await this.pressButton(page.getByRole('button', { name: 'Әрекет бастау', exact: true }).first());
    const drawer = page.getByRole('dialog', { name: 'Әрекет бастау' });
    await this.arriveAt(drawer.getByRole('combobox', { name: 'Бағалау схемасы' }));
    await this.press('Control+Enter');
    const grid = this.grid(scheme);
    await this.arriveAt(grid);
    return grid;
  }

  /** The score grid of a scheme. */
  grid(scheme: string): Locator {
    return this.page.getByRole('grid', { name: scheme });
  }

  /** Waits until the keyboard is at an aspect and a student (from 1), and the cell there shows what it should. */
  async untilAt(place: string): Promise<void> {
    await expect.poll(() => this.#here()).toBe(place);
  }

  async #here(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.activeElement?.closest<HTMLElement>('[data-column]');
      const code = cell?.closest('[role=row]')?.querySelector('[role=rowheader] span')?.textContent ?? '';
      return `${code} ${cell?.dataset['column'] ?? ''} ${cell?.innerText.replaceAll(/\s+/g, ' ') ?? ''}`.trim();
    });
  }

  /** Waits until the marks so far and the percent above a student's column are as told. */
  async untilTotal(grid: Locator, student: number, text: string): Promise<void> {
    const cell = grid.locator('[data-attempt]').nth(student - 1);
    await expect.poll(async () => (await cell.innerText()).replaceAll(/\s+/g, ' ')).toBe(text);
  }

  /** Waits until main has acknowledged everything that was typed. */
  async untilStored(): Promise<void> {
    await this.page.locator('[data-stored][data-tone="good"]').waitFor();
  }

  /** Opens a session of the list by Enter: the one that is first. */
  async openFirstSession(): Promise<void> {
    await this.openPage('Жаттығулар');
    await this.tabTo(this.page.getByRole('grid', { name: 'Жаттығулар' }));
    await this.press('Enter');
  }

  /** Opens the chart of a squad. @returns the figure that is read with arrows */
  async openSquadChart(competency: string): Promise<Locator> {
    const { page } = this;
    await this.openPage('Прогресс');
    await this.pressButton(page.getByRole('link', { name: competency }).last());
    await page.getByRole('heading', { level: 1, name: competency }).waitFor();
    return page.getByRole('slider', { name: /Құрамның нәтижелері/ });
  }

  /** Reads every point of a chart with the arrows. @returns what is told of each */
  async readChart(figure: Locator): Promise<string[]> {
    await this.tabTo(figure);
    await this.press('Home');
    const told: string[] = [];
    const count = Number(await figure.getAttribute('aria-valuemax'));
    for (let index = 1; index <= count; index += 1) {
      await this.page.locator(`[role=slider][aria-valuenow="${index}"]`).waitFor();
      told.push(((await figure.getAttribute('aria-valuetext')) ?? '').replaceAll(/\s/g, ' '));
      await this.press('ArrowRight');
    }
    return told;
  }
}
