import { expect } from 'vitest';
import { aStudent } from '../../helpers/entries.ts';
import { browserOnly, codeOf } from '../fixtures.ts';

browserOnly('sign-in and roles', (test) => {
  test('one person works without signing in; with profiles each signs in and sees what the role may', async ({
    app,
    page,
  }) => {
    await app.goto('/settings/access');
    await page.getByText('Бағдарлама бір адамға бапталған: кіру сұралмайды').waitFor();
    await page.getByLabel('Аты-жөні').fill('Айгүл');
    await page.getByLabel('Құпиясөз немесе PIN', { exact: true }).fill('жеті қазына');
    await page.getByLabel('Қайталаңыз').fill('жеті қазына');
    await page.getByRole('button', { name: 'Әкімші болып бастау' }).click();
    await page.getByRole('button', { name: 'Профиль қосу' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Аты-жөні').fill('Ерлан');
    await form
      .getByRole('combobox', { name: 'Рөлі' })
      .or(form.getByRole('textbox', { name: 'Рөлі' }))
      .click();
    await page.getByRole('option', { name: 'Қараушы' }).click();
    await form.getByLabel('Құпиясөз немесе PIN').fill('123456');
    await form.getByRole('button', { name: 'Қосу' }).click();
    await page.getByRole('table', { name: 'Профильдер' }).getByText('Ерлан').waitFor();

    await page.getByRole('button', { name: /^Айгүл: құлыптау/ }).click();
    await page.getByRole('heading', { name: 'Кім жұмыс істейді?' }).waitFor();
    expect(codeOf(await app.answer('people.listStudents', {}))).toBe('sign_in_needed');
    await page.getByRole('button', { name: 'Ерлан' }).click();
    await page.getByLabel('Ерлан: PIN-код').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('Құпиясөз сәйкес келмейді').waitFor();
    await page.getByLabel('Ерлан: PIN-код').fill('123456');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').getByText('Студенттер').waitFor();
    expect(await page.getByRole('navigation').getByText('Тарих').count()).toBe(0);
    expect(codeOf(await app.answer('history.list', {}))).toBe('forbidden');
  });

  test('who leaves the computer is locked out, and the next person goes on in a few keys', async ({
    app,
    page,
  }) => {
    await page.clock.install();
    await app.call('access.setIdleMinutes', { minutes: 5 });
    await app.call('access.startProfiles', { name: 'Айгүл', secret: 'жеті қазына' });
    await app.call('access.createProfile', {
      name: 'Ерлан',
      role: 'coordinator',
      competencyIds: [],
      expertId: null,
      secret: '123456',
    });
    await app.goto('/students');
    await page.getByRole('button', { name: /^Айгүл: құлыптау/ }).waitFor();
    const question = page.getByRole('heading', { name: 'Кім жұмыс істейді?' });
    await expect
      .poll(async () => {
        // The page counts from the moment that it has drawn, which the test cannot see.
        await page.clock.fastForward('05:01');
        return question.count();
      })
      .toBe(1);
    // Nothing of the college is on the screen any more, and main asks for a sign-in too.
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(codeOf(await app.answer('people.listStudents', {}))).toBe('sign_in_needed');

    await page.getByRole('button', { name: 'Ерлан' }).click();
    await page.getByLabel('Ерлан: PIN-код').fill('123456');
    await page.keyboard.press('Enter');
    // The same page as before, for another person.
    await page.getByRole('button', { name: /^Ерлан: құлыптау/ }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Студенттер' }).waitFor();
    await app.call('people.createStudent', aStudent({ surname: 'Жаңа' }));
    const { actions } = await app.call('history.list', { limit: 1 });
    expect(actions[0]?.actorName).toBe('Ерлан');
  });
});
