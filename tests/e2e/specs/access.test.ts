import { expect } from 'vitest';
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
});
