import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { languages } from '#shared/contract/app.ts';
import { codeOf, eachDoor } from '../fixtures.ts';

const walFiles = (folder: string) => readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name));

const INSTRUCTOR = {
  surname: 'Серікова',
  givenName: 'Әсел',
  patronymic: '',
  birthDate: null,
  groupName: 'ВТ-21',
  course: 2,
  speciality: '',
  status: 'active' as const,
  consent: 'given' as const,
  consentDate: null,
  notes: '',
};

eachDoor('shell', (test) => {
  test('opens in Kazakh with its name in the title', async ({ app, page }) => {
    expect(await page.title()).toContain('Шың');
    expect(await page.locator('html').getAttribute('lang')).toBe('kk');
    expect(app.problems).toEqual([]);
  });

  test('takes the language of the system over, and keeps the one that was chosen', async ({ start }) => {
    const first = await start({ language: 'ru' });
    expect(await first.page.locator('html').getAttribute('lang')).toBe('ru');
    await first.setLanguage('en');
    await first.stop();
    const second = await start({ language: 'ru' });
    expect(await second.page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('switches at once between the three languages', async ({ app, page }) => {
    const titles = new Set<string>();
    for (const language of languages) {
      await app.setLanguage(language);
      await page.waitForFunction((seen) => !seen.includes(document.title), [...titles]);
      titles.add(await page.title());
    }
    expect(titles.size).toBe(3);
    expect(app.problems).toEqual([]);
  });

  test('opens every screen with no complaint of the browser about its policy', async ({ app }) => {
    for (const path of [
      '/',
      '/students',
      '/experts',
      '/competencies',
      '/schemes',
      '/training',
      '/progress',
    ]) {
      await app.goto(path);
    }
    expect(app.problems).toEqual([]);
  });

  test('runs nothing that is not a file of its own', async ({ page }) => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.head.append(script);
      const holder = document.createElement('div');
      holder.innerHTML = '<img src="x" onerror="globalThis.injected = true">';
      document.body.append(holder);
      const style = document.createElement('style');
      style.textContent = 'body { --injected: yes }';
      document.head.append(style);
      // What the test itself runs is exempt from the policy; what a timer runs later is not.
      const evaluate = Reflect.get(globalThis, 'eval') as (text: string) => unknown;
      const evaluated = await new Promise<boolean>((done) => {
        setTimeout(() => {
          try {
            evaluate('globalThis.injected = true');
            done(true);
          } catch {
            done(false);
          }
        });
      });
      const styled = getComputedStyle(document.body).getPropertyValue('--injected') !== '';
      return { injected: 'injected' in globalThis, evaluated, styled };
    });
    expect(ran).toEqual({ injected: false, evaluated: false, styled: false });
  });

  test('sends no form anywhere', async ({ page }) => {
    const refused = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
          const form = document.createElement('form');
          form.action = 'https://example.com/';
          document.body.append(form);
          form.submit();
        }),
    );
    expect(refused).toBe('form-action');
  });

  test('asks nobody else for anything', async ({ page }) => {
    const reached = await page.evaluate(() =>
      Promise.allSettled([fetch('https://example.com/'), fetch('http://127.0.0.1:9/')]),
    );
    expect(reached.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('answers a stranger, a wrong name and a wrong input with their codes', async ({ app, door }) => {
    expect(codeOf(await app.answerStranger('app.getStatus', {}))).toBe(
      door === 'window' ? 'forbidden_sender' : 'missing_key',
    );
    expect(codeOf(await app.answer('no.such', {}))).toBe('unknown_route');
    expect(codeOf(await app.answer('app.getStatus', { more: 1 }))).toBe('bad_input');
  });

  test('leaves no journal behind after an orderly stop', async ({ app, dataFolder }) => {
    await app.call('people.createStudent', INSTRUCTOR);
    await app.stop();
    expect(existsSync(join(dataFolder, 'shyng.sqlite'))).toBe(true);
    expect(walFiles(dataFolder)).toEqual([]);
  });

  test('has everything that was acknowledged after the power was cut', async ({ app, start }) => {
    await app.call('people.createStudent', INSTRUCTOR);
    await app.kill();
    const again = await start();
    const { students } = await again.call('people.listStudents', {});
    expect(students.map(({ givenName }) => givenName)).toEqual(['Әсел']);
  });

  test('tells the page what other calls changed', async ({ app, page }) => {
    await app.goto('/students');
    await app.call('people.createStudent', INSTRUCTOR);
    await page.getByText('Серікова').first().waitFor();
  });
});
