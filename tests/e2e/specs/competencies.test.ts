import { expect } from 'vitest';
import { eachDoor } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';

const student = (surname: string) => ({
  surname,
  givenName: 'Айша',
  patronymic: '',
  birthDate: null,
  groupName: 'ВТ-21',
  course: null,
  speciality: '',
  status: 'active' as const,
  consent: 'unknown' as const,
  consentDate: null,
  notes: '',
});

async function webTechnologies(app: RunningApp): Promise<string> {
  const { competencies } = await app.call('competencies.list', {});
  const found = competencies.find(({ number, edition }) => number === '17' && edition === 'WSC2026');
  if (!found) throw new Error('The catalogue is not there');
  return found.id;
}

eachDoor('competencies', (test) => {
  test('lists the 64 and finds one by a word of any language', async ({ app, page }) => {
    await app.goto('/competencies');
    await page.getByText('64 құзыреттілік').waitFor();
    await page.getByRole('searchbox').fill('welding');
    await page.getByText('1 құзыреттілік').waitFor();
    await page.getByRole('grid').getByText('Дәнекерлеу технологиясы').click();
    await page.getByRole('heading', { level: 1, name: 'Дәнекерлеу технологиясы' }).waitFor();
  });

  test('adds several candidates at once with the keyboard, and a target', async ({ app, page }) => {
    for (const surname of ['Шәріпбек', 'Бекболат', 'Ғалымжан']) {
      await app.call('people.createStudent', student(surname));
    }
    const id = await webTechnologies(app);
    await app.goto(`/competencies/${id}`);
    await page.getByRole('button', { name: 'Кандидат қосу' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    const search = drawer.getByRole('searchbox');
    await search.waitFor();
    for (const [typed, name] of [
      ['шарип', 'Шәріпбек Айша'],
      ['galymjan', 'Ғалымжан Айша'],
    ] as const) {
      await search.fill(typed);
      await drawer.locator('[data-first]').filter({ hasText: name }).waitFor();
      await page.keyboard.press('Enter');
      await drawer.getByRole('button', { name: `Тізімнен шығару: ${name}` }).waitFor();
    }
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Құрам: 2 кандидат' }).waitFor();

    await page.getByLabel('Жеке мақсаты, пайызбен: Шәріпбек Айша').fill('87,5');
    await page.keyboard.press('Enter');
    await page.getByText(/^Сақталды/).waitFor();
    const { candidates } = await app.call('competencies.listCandidates', { competencyId: id });
    expect(candidates.map(({ targetHundredths }) => targetHundredths).toSorted()).toEqual([8750, null]);
    expect(app.problems).toEqual([]);
  });

  test('makes an own competency whose weights are summed while they are typed', async ({ app, page }) => {
    await app.goto('/competencies');
    await page.getByRole('button', { name: 'Өз құзыреттілігімізді қосу' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Қазақша атауы').first().fill('Ветеринария');
    await drawer.getByLabel('Орысша атауы').first().fill('Ветеринария');
    for (const [number, weight] of [
      [1, '60,5'],
      [2, '39,5'],
    ] as const) {
      await drawer.getByRole('button', { name: 'Бөлім қосу' }).click();
      await drawer.getByLabel(`Қазақша атауы, бөлім ${number}`).fill('Бөлім');
      await drawer.getByLabel(`Орысша атауы, бөлім ${number}`).fill('Раздел');
      await drawer.getByLabel(`Салмағы, бөлім ${number}`).fill(weight);
      await page.keyboard.press('Tab');
    }
    await drawer.getByText('Қосындысы 100', { exact: true }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Ветеринария' }).waitFor();
    const { competencies } = await app.call('competencies.list', {});
    const own = competencies.find(({ kind }) => kind === 'own');
    const stored = await app.call('competencies.get', { id: own?.id ?? '' });
    expect(stored.sections.map(({ weightHundredths }) => weightHundredths)).toEqual([6050, 3950]);
  });
});
