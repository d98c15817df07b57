import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { aWorkshop } from '../../helpers/baseEntries.ts';
import { addExpert } from '../../helpers/championship.ts';
import { aStudent } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';
import { browserOnly, eachDoor, todayThere } from '../fixtures.ts';
import { Keyboard } from '../keyboard.ts';
import type { RunningApp } from '../fixtures.ts';

async function findingsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function addPartner(app: RunningApp): Promise<string> {
  const { id } = await app.call('partners.save', {
    name: '«Отырар Металл» ЖШС',
    sector: 'metal',
    region: 'Түркістан облысы',
    address: '',
    bin: '',
    website: '',
    state: 'active',
    contacts: [],
    competencyIds: [],
    notes: '',
  });
  return id;
}

async function addVisit(app: RunningApp, partnerId: string): Promise<string> {
  const { id } = await app.call('partners.saveVisit', {
    partnerId,
    direction: 'to_college',
    date: '2026-02-20',
    startTime: '10:00',
    durationMinutes: 90,
    place: 'Шеберхана',
    subject: 'Жабдықпен танысу',
    state: 'held',
    programme: [],
    delegation: [{ name: 'Үсенов Ғани', position: 'Директор' }],
    workshops: ['Дәнекерлеу шеберханасы'],
    competencyIds: [],
    studentIds: [],
    expertIds: [],
    said: 'Жабдықты жаңарту керек',
    outcome: '',
  });
  return id;
}

eachDoor('partners', (test) => {
  test('a partner, an agreement and its obligation are entered with the keyboard alone', async ({
    app,
    page,
  }) => {
    await app.goto('/partners');
    await page.getByRole('button', { name: 'Серіктес қосу', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await new Keyboard(page).arriveAt(drawer.getByLabel('Атауы'));
    await page.keyboard.type('«Отырар Металл» ЖШС');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: '«Отырар Металл» ЖШС' }).waitFor();

    await page.getByRole('button', { name: 'Келісім-шарт қосу' }).focus();
    await page.keyboard.press('Enter');
    await new Keyboard(page).arriveAt(drawer.getByLabel('Келісім-шарттың мәні'));
    await page.keyboard.type('Бірлескен дайындық');
    await drawer.getByLabel('Басталуы').focus();
    await page.keyboard.type('1.2.2020');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByText('Күшінде', { exact: true }).waitFor();

    await page.getByRole('button', { name: /^Міндеттеме қосу/ }).focus();
    await page.keyboard.press('Enter');
    await new Keyboard(page).arriveAt(drawer.getByLabel('Не істелуі тиіс'));
    await page.keyboard.type('Екі төреші жіберу');
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Орындалды деп белгілеу: Екі төреші жіберу' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Орындалды', { exact: true }).waitFor();
    const { agreements } = await app.call('partners.listAgreements', {});
    expect(agreements).toMatchObject([
      { subject: 'Бірлескен дайындық', startDate: '2020-02-01', obligations: [{ state: 'done' }] },
    ]);

    // Each record tells its own history, in words, below its form.
    await page.getByRole('button', { name: 'Өзгерту', exact: true }).first().click();
    await drawer.getByLabel('Атауы').fill('«Отырар Болат» ЖШС');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: '«Отырар Болат» ЖШС' }).waitFor();
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Өзгерту', exact: true }).first().click();
    await drawer.getByText('Жазбаның тарихы', { exact: true }).click();
    await drawer.getByText('Атауы: «Отырар Металл» ЖШС → «Отырар Болат» ЖШС').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(app.problems).toEqual([]);
  });

  test('what was promised on a visit becomes a task that the list shows as late', async ({ app, page }) => {
    const partnerId = await addPartner(app);
    const visitId = await addVisit(app, partnerId);
    await app.goto(`/partners/visits/${visitId}`);
    await page.getByRole('button', { name: 'Уәде қосу' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await new Keyboard(page).arriveAt(drawer.getByLabel('Не уәде етілді'));
    await page.keyboard.type('Тізім жіберу');
    await drawer.getByLabel('Мерзімі').focus();
    await page.keyboard.type('1.3.2026');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await app.goto('/tasks');
    const duties = page.getByRole('region', { name: 'Менің істерім' });
    await duties.getByText('Тізім жіберу').waitFor();
    await duties.getByText('Мерзімі өтті', { exact: true }).waitFor();
    await duties.getByRole('button', { name: 'Орындалды деп белгілеу: Тізім жіберу' }).focus();
    await page.keyboard.press('Enter');
    await duties.getByText('Мерзімі өткен де, жақындаған да іс жоқ.').waitFor();
    expect(app.problems).toEqual([]);
  });

  test('the protocol of a visit is printed in a language of its own', async ({ app, page }) => {
    const visitId = await addVisit(app, await addPartner(app));
    await app.goto(`/partners/visits/${visitId}/print`);
    const paper = page.getByRole('article');
    await paper.getByRole('heading', { name: 'Сапар хаттамасы' }).waitFor();
    await page.getByRole('combobox', { name: 'Қағаздың тілі' }).click();
    await page.getByRole('option', { name: 'Орысша' }).click();
    await paper.getByRole('heading', { name: 'Протокол визита' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Сапар хаттамасы' }).waitFor();
    expect(await paper.innerText()).toContain('Жабдықты жаңарту керек');
    await page.getByRole('combobox', { name: 'Қағаздың тілі' }).click();
    await page.getByRole('option', { name: 'Ағылшынша' }).click();
    await paper.getByRole('heading', { name: 'Protocol of a visit' }).waitFor();
  });

  test('the one search finds a partner typed on a Russian keyboard', async ({ app, page }) => {
    await addPartner(app);
    await app.goto('/');
    await page.keyboard.press('Control+K');
    await new Keyboard(page).arriveAt(page.getByRole('combobox'));
    await page.keyboard.type('отырар');
    await page.getByRole('option', { name: /Отырар Металл/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '«Отырар Металл» ЖШС' }).waitFor();
  });
});

browserOnly('from a visit to help', (test) => {
  test('an agreement of three sides and what came of it are one thread; the partner reminds, and goes on paper', async ({
    app,
    page,
  }) => {
    const partnerId = await addPartner(app);
    await app.goto(`/partners/visits/${await addVisit(app, partnerId)}`);
    const thread = page.getByRole('region', { name: 'Кездесуден шыққан нәтиже' });
    await thread.getByRole('button', { name: 'Келісім-шарт қосу' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Келісім-шарттың мәні').fill('Бірлескен дайындық');
    await drawer.getByRole('combobox', { name: 'Түрі' }).click();
    await page.getByRole('option', { name: 'Үшжақты' }).click();
    await drawer.getByLabel('Басталуы').fill('1.2.2020');
    await page.keyboard.press('Tab');
    const end = fromDayNumber(toDayNumber(todayThere()) + 20);
    await drawer.getByLabel('Аяқталуы').fill(end.split('-').toReversed().join('.'));
    await page.keyboard.press('Tab');
    // Without its third side it is not kept.
    await page.keyboard.press('Control+Enter');
    await drawer.getByText('Бұл өрісті толтырыңыз.').waitFor();
    await drawer.getByLabel('Үшінші тарап', { exact: false }).first().fill('Білім басқармасы');
    await drawer.getByLabel('Серіктес атынан қол қоюшы').fill('Үсенов Ғани');
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await thread.getByText('Мерзімі бітіп барады').waitFor();

    await thread.getByRole('button', { name: 'Көмек қосу' }).click();
    await drawer.getByLabel('Не берілді').fill('Электродтар');
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await thread.getByText('Электродтар').waitFor();

    await thread.getByRole('link', { name: 'Бірлескен дайындық' }).click();
    const agreement = page.getByRole('region', { name: 'Бірлескен дайындық' });
    await agreement.getByText(/^Үшжақты · .* · Білім басқармасы$/).waitFor();
    await agreement.getByText('Қол қойғандар: Үсенов Ғани').waitFor();
    await page
      .getByRole('status')
      .getByText(/Келісім-шарт аяқталады/)
      .waitFor();
    await page.getByRole('button', { name: /^Міндеттеме қосу/ }).click();
    await drawer.getByLabel('Не істелуі тиіс').fill('Бұйрық шығару');
    await drawer.getByRole('combobox', { name: 'Кімнің міндеттемесі' }).click();
    await page.getByRole('option', { name: 'Үшінші тарап' }).click();
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await agreement.getByText('Бұйрық шығару').waitFor();

    await app.goto(`/partners/${partnerId}/print`);
    const paper = page.getByRole('article');
    await paper.getByText(/Үшжақты; Білім басқармасы; Қол қойғандар: Үсенов Ғани/).waitFor();
    await paper.getByRole('row', { name: /Бұйрық шығару Үшінші тарап/ }).waitFor();
    await page.getByRole('combobox', { name: 'Қағаздың тілі' }).click();
    await page.getByRole('option', { name: 'Ағылшынша' }).click();
    await paper.getByText(/Three-sided; Білім басқармасы/).waitFor();
    expect(app.problems).toEqual([]);
  });
});

browserOnly('forms of partners', (test) => {
  test('a visit keeps who came, saw and met whom; an internship what the mentor found, apart from marks', async ({
    app,
    page,
  }) => {
    const partnerId = await addPartner(app);
    const competencyId = await findCompetency(app, '10');
    await app.call('base.addWorkshop', aWorkshop);
    const { id: studentId } = await app.call('people.createStudent', aStudent({ surname: 'Айтжан' }));
    await app.call('competencies.addCandidates', { competencyId, studentIds: [studentId] });
    const expertId = await addExpert(app, 'Ким');
    const drawer = page.getByRole('dialog');
    const choose = async (field: string, option: string | RegExp): Promise<void> => {
      await drawer.getByRole('combobox', { name: field }).click();
      await page.getByRole('option', { name: option }).click();
    };
    await app.goto('/partners/visits');
    await page.getByRole('button', { name: 'Кездесу қосу' }).first().click();
    await drawer.getByLabel('Тақырыбы').fill('Шеберханамен танысу');
    await choose('Серіктес', '«Отырар Металл» ЖШС');
    await drawer.getByRole('button', { name: 'Тармақ қосу' }).click();
    await drawer.getByLabel('Бағдарлама 1: Уақыты').fill('10:30');
    await drawer.getByLabel('Бағдарлама 1: Не болады').fill('Шеберхананы аралау');
    await drawer.getByRole('button', { name: 'Адам қосу' }).click();
    await drawer.getByLabel('Делегация 1: Аты-жөні').fill('Үсенов Ғани');
    await choose('Көрген шеберханалары', aWorkshop.name);
    await choose('Кездескен студенттер', /Айтжан/);
    await choose('Кездескен сарапшылар', /Ким/);
    await drawer.getByLabel('Не айтылды').fill('Жабдықты жаңарту керек');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Шеберханамен танысу' }).waitFor();
    const { visits } = await app.call('partners.listVisits', {});
    expect(visits).toMatchObject([
      {
        partnerId,
        programme: [{ time: '10:30', what: 'Шеберхананы аралау' }],
        delegation: [{ name: 'Үсенов Ғани' }],
        workshops: [aWorkshop.name],
        studentIds: [studentId],
        expertIds: [expertId],
        said: 'Жабдықты жаңарту керек',
      },
    ]);

    await app.goto(`/partners/${partnerId}`);
    await page.getByRole('button', { name: 'Тағылымдама қосу' }).click();
    await choose('Студент', /Айтжан/);
    await choose('Құзыреттілік', 'Дәнекерлеу технологиясы');
    await drawer.getByLabel('Басталуы').fill('2.2.2026');
    await page.keyboard.press('Tab');
    await drawer.getByLabel('Аяқталуы').fill('15.2.2026');
    await page.keyboard.press('Tab');
    await drawer.getByRole('combobox', { name: 'Тәлімгер' }).fill('Батырбеков Асылхан');
    await drawer.getByLabel('Не істейді').fill('Резервуар пісіру');
    await drawer.getByRole('combobox', { name: /^1\. / }).click();
    await page.getByRole('option', { name: 'Өте жоғары деңгей' }).click();
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await app.goto('/partners/industry');
    const row = page.getByRole('row', { name: /Айтжан/ });
    // Two weeks of forty hours.
    await row.getByRole('cell', { name: '80', exact: true }).waitFor();
    await row.getByText('Батырбеков Асылхан').waitFor();
    expect((await app.call('partners.listInternships', {})).internships).toMatchObject([
      { studentId, competencyId, tasks: 'Резервуар пісіру', sections: [{ number: 1, level: 3 }] },
    ]);
    // What a mentor finds is no result of practice.
    const progress = await app.call('progress.student', { competencyId, studentId });
    expect(progress.headline.attemptCount).toBe(0);
    expect(app.problems).toEqual([]);
  });
});

browserOnly('partners of the sample college', (test) => {
  test(
    'axe finds nothing on the screens of partners, tasks and the report',
    { timeout: 120_000 },
    async ({ start }) => {
      const app = await start({ sample: true });
      const { partners } = await app.call('partners.list', {});
      const { visits } = await app.call('partners.listVisits', {});
      const [partnerId, visitId] = [partners[0]?.id ?? '', visits[0]?.id ?? ''];
      const found: string[] = [];
      for (const address of [
        '/partners',
        '/partners/agreements',
        '/partners/visits',
        '/partners/industry',
        `/partners/${partnerId}`,
        `/partners/visits/${visitId}`,
        `/partners/visits/${visitId}/print`,
        '/tasks',
        '/report',
      ]) {
        await app.goto(address);
        await app.page.locator('main h1').waitFor();
        await app.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
        found.push(...(await findingsOn(app.page)).map((finding) => `${address} ${finding}`));
      }
      expect(found).toEqual([]);
    },
  );
});
