import { expect } from 'vitest';
import { aStudent } from '../../helpers/entries.ts';
import { browserOnly, codeOf } from '../fixtures.ts';

browserOnly('personal data and the history of records', (test) => {
  test('a consent is recorded, the report is there, and erasing leaves no name on the screen', async ({
    app,
    page,
  }) => {
    const { id } = await app.call(
      'people.createStudent',
      aStudent({ surname: 'Жұмағазы', consent: 'unknown' }),
    );
    // The first screen reminds of it.
    await app.goto('/');
    await page.getByText('1 студенттің келісімі жоқ не күшін жойған.').waitFor();
    await page.getByRole('link', { name: 'Дербес деректер бетін ашу' }).click();
    await page.getByText('Келісім жоқ').waitFor();
    await page.getByRole('link', { name: /Жұмағазы/ }).click();
    await page.getByRole('button', { name: 'Келісімді жазу' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Кім қол қойды').fill('Сәуле Жұмағазы');
    await form.getByRole('button', { name: 'Қосу' }).click();
    await page.getByRole('table', { name: 'Келісімдер' }).getByText('Сәуле Жұмағазы, анасы').waitFor();
    await page.getByRole('button', { name: 'Біржола жою' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Біржола жою' }).click();
    await page.getByText('Деректер жойылды.').waitFor();
    await page.getByRole('grid', { name: 'Студенттер' }).waitFor();
    await page.getByText('Жұмағазы').first().waitFor({ state: 'detached' });
    const report = await app.answer('privacy.inspect', { studentId: id });
    expect(codeOf(report)).toBe('ok');
    expect(JSON.stringify(report)).not.toContain('Сәуле');
  });

  test('a deleted student is brought back, an older action is taken back, a record tells its history', async ({
    app,
    page,
  }) => {
    const { id } = await app.call('people.createStudent', aStudent({ surname: 'Өшкен' }));
    await app.call('people.updateStudent', { id, ...aStudent({ surname: 'Өшкен', groupName: 'ЭМ-9' }) });
    await app.call('people.createStudent', aStudent({ surname: 'Кейінгі' }));
    await app.call('people.removeStudent', { id });
    await app.goto('/history');
    await page.getByText('Өшірілгендер', { exact: true }).click();
    await page.getByRole('button', { name: /^Қайтару: Өшкен/ }).click();
    await page.getByText('Соңғы 90 күнде ештеңе өшірілмеген').waitFor();
    await page.getByText('Әрекеттер', { exact: true }).click();
    await page
      .getByRole('grid')
      .getByRole('button', { name: 'Болдырмау: студент деректерін өзгерту' })
      .click();
    await page.getByText('Күші жойылды: студент деректерін өзгерту').waitFor();
    await app.goto(`/students/${id}`);
    await page.getByText(/Тобы: ЭМ-9 → ЭМ-23-1/).waitFor();

    // What a later change rests on stays, and the reason is said.
    for (const groupName of ['ЭМ-10', 'ЭМ-11']) {
      await app.call('people.updateStudent', { id, ...aStudent({ surname: 'Өшкен', groupName }) });
    }
    await app.goto('/history');
    const steps = page
      .getByRole('grid')
      .getByRole('button', { name: 'Болдырмау: студент деректерін өзгерту' });
    await steps.nth(1).click();
    await page.getByText(/^Бұл әрекетті болдырмауға болмайды: одан кейінгі өзгерістер/).waitFor();
    expect((await app.call('people.getStudent', { id })).groupName).toBe('ЭМ-11');
  });
});
