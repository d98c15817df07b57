import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { aStudent } from '../../helpers/entries.ts';
import { browserOnly } from '../fixtures.ts';
import type { RunningApp } from '../fixtures.ts';
import { Keyboard } from '../keyboard.ts';

/** The selection of the sample college that is (or is not yet) decided. */
async function findSelection(app: RunningApp, status: 'proposed' | 'published'): Promise<string> {
  const { selections } = await app.call('selection.list', {});
  const found = selections.find((one) => one.status === status);
  if (!found) throw new Error('The sample college has no such selection');
  return found.id;
}

/** Two students in the squad of a competency, of whom nothing more is known. */
async function addSquad(app: RunningApp): Promise<{ students: number }> {
  const { competencies } = await app.call('competencies.list', {});
  const competency = competencies.find(({ number }) => number === '15');
  if (!competency) throw new Error('The catalogue has no such competency');
  const studentIds: string[] = [];
  for (const givenName of ['Гүлнұр', 'Ерасыл']) {
    const { id } = await app.call('people.createStudent', aStudent({ surname: 'Тұрсын', givenName }));
    studentIds.push(id);
  }
  await app.call('competencies.addCandidates', { competencyId: competency.id, studentIds });
  return { students: studentIds.length };
}

async function expectAccessible(app: RunningApp, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).include('main').analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    where,
  ).toEqual([]);
}

browserOnly('selection', (test) => {
  test('a weight is moved with the keyboard and the team is seen at once; a place is explained and decided', async ({
    start,
  }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const id = await findSelection(app, 'proposed');
    await app.goto(`/selection/${id}`);
    // From the first tab to the next with the arrow, as a tab list is used.
    await page.getByRole('tab', { name: 'Кандидаттар' }).focus();
    await page.keyboard.press('ArrowRight');
    const slider = page.getByRole('slider', { name: 'Қатысу' });
    await slider.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page
      .getByText(/Соңғы есеп/)
      .first()
      .waitFor();
    await expect
      .poll(async () => {
        const { scenarios } = await app.call('selection.get', { id });
        return scenarios[0]?.config.criteria.find(({ key }) => key === 'attendance')?.weight;
      })
      .toBe(99);

    await page.getByRole('tab', { name: 'Нәтиже' }).press('Enter');
    await page.getByText(/осы есептеуден кейін баптаулар өзгерді/i).waitFor();
    await page.getByRole('button', { name: 'Қайта есептеу' }).press('Enter');
    await page.getByText(/осы есептеуден кейін баптаулар өзгерді/i).waitFor({ state: 'detached' });
    await page.getByRole('slider', { name: /Бағалар және олардың дәлдігі/ }).focus();
    await page.keyboard.press('Home');
    await page.locator('[data-chart-active]').waitFor({ state: 'attached' });
    await page
      .getByRole('row')
      .filter({ has: page.getByText('Негізгі', { exact: true }) })
      .getByRole('button', { name: /^Неге\?/ })
      .first()
      .press('Enter');
    await page
      .getByText(/балл жоғалтады|бос қалатын/i)
      .first()
      .waitFor();
    await expectAccessible(app, 'result');

    await page.getByRole('tab', { name: 'Шешім' }).press('Enter');
    await page.getByRole('textbox', { name: /Шешім қабылдаған адам/ }).fill('Сәрсенбаева Г.');
    for (const name of ['Талқыланды деп белгілеу', 'Бекіту']) {
      await page.getByRole('button', { name, exact: true }).press('Enter');
    }
    await expect
      .poll(async () => (await app.call('selection.get', { id })).selection.status)
      .toBe('approved');
    // A preview that the next key overtakes is answered as cancelled, which the browser writes down.
    expect(app.problems.filter((problem) => !problem.includes('422'))).toEqual([]);
  });

  test('contradicting rules are named as sentences while they are put together', async ({ start }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const id = await findSelection(app, 'proposed');
    const { scenarios, candidates } = await app.call('selection.get', { id });
    const { id: scenarioId, name, notes, config } = scenarios[0]!;
    const [one] = candidates;
    if (!one) throw new Error('nobody');
    const { studentId, competencyId } = one;
    await app.call('selection.updateScenario', {
      id: scenarioId,
      name,
      notes,
      config: {
        ...config,
        eligibility: [],
        rules: [
          { kind: 'must', id: 'a', studentId, competencyId, seat: 'main' },
          { kind: 'must_not', id: 'b', studentId, competencyId: null, seat: 'any' },
        ],
      },
    });
    await app.goto(`/selection/${id}`);
    await page.getByRole('tab', { name: 'Ережелер' }).click();
    await page
      .getByRole('alert')
      .or(page.getByText(/бірге орындалмайды/))
      .first()
      .waitFor();
    await expectAccessible(app, 'rules');
  });

  test('every screen passes axe in English and dark, and the protocol replays', async ({ start }) => {
    const app = await start({ sample: true, language: 'en' });
    const { page } = app;
    await app.call('settings.update', { theme: 'dark' });
    const id = await findSelection(app, 'published');
    await app.goto('/selection');
    await page.getByRole('link', { name: 'Колледж құрамасы' }).waitFor();
    await expectAccessible(app, 'list');
    await app.goto(`/selection/${id}`);
    for (const name of ['Candidates', 'Criteria', 'Scenarios', 'Decision', 'Fairness']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel').waitFor();
      await expectAccessible(app, name);
    }
    await app.goto(`/selection/${id}/protocol`);
    await page.getByText(/SHA-256/).waitFor();
    await expectAccessible(app, 'protocol');
    // The paper has a language of its own, and says who left the decided team and why.
    const paper = page.getByRole('article');
    await paper.getByText(/^Replaced: /).waitFor();
    await page.getByRole('radio', { name: 'Kazakh' }).press('Space');
    await paper.getByRole('heading', { name: 'Іріктеу хаттамасы' }).waitFor();
    await paper.getByText(/^Ауыстырылды: /).waitFor();
    await paper.getByText('Самалтау көпсалалы колледжі').waitFor();
    await page.getByRole('button', { name: 'Replay and check' }).click();
    await page
      .getByText(/very same team/)
      .first()
      .waitFor();
    const { replacements } = await app.call('selection.get', { id });
    await app.goto(`/selection/${id}/student/${replacements[0]?.outStudentId ?? ''}`);
    await page.getByText(/^Left the place: /).waitFor();
    await expectAccessible(app, 'student');
    expect(app.problems).toEqual([]);
  });

  test('the place that a reserve left is offered, and filled', async ({ start }) => {
    const app = await start({ sample: true });
    const { page } = app;
    const id = await findSelection(app, 'published');
    await app.goto(`/selection/${id}`);
    await page.getByRole('tab', { name: 'Шешім' }).click();
    const place = page.getByRole('combobox', { name: 'Кім кетеді немесе қай орын бос' });
    await place.click();
    await page.getByRole('option', { name: /^Бос орын/ }).click();
    const into = page.getByRole('combobox', { name: 'Орнына кім келеді' });
    await expect.poll(() => into.inputValue()).not.toBe('');
    const name = (await into.inputValue()).split(' · ')[0] ?? '';
    expect(await page.getByRole('combobox', { name: 'Себебі' }).count()).toBe(0);
    await page.getByLabel('Шешім қабылдаған адам').last().fill('Әлия Сейітова');
    await page.getByRole('button', { name: 'Ауыстыруды жазу' }).click();
    await page.getByText(`бос орынға ${name} алынды`).waitFor();
    const { replacements } = await app.call('selection.get', { id });
    expect(replacements.at(-1)).toMatchObject({ reason: 'vacant', seat: 'reserve', person: 'Әлия Сейітова' });
    expect(app.problems).toEqual([]);
  });

  test('teaches where there is nothing; a coordinator begins with the keyboard alone', async ({
    app,
    page,
  }) => {
    const { students } = await addSquad(app);
    await app.goto('/selection');
    const add = page.getByRole('button', { name: 'Чемпионат қосу' }).first();
    await add.waitFor();
    await expectAccessible(app, 'empty');
    const keyboard = new Keyboard(page);
    await keyboard.pressButton(add);
    const drawer = page.getByRole('dialog', { name: 'Жаңа чемпионат' });
    await keyboard.arriveAt(drawer.getByLabel('Атауы'));
    await keyboard.type('Облыстық чемпионат');
    await keyboard.tabTo(drawer.getByLabel('Басталатын күні'));
    await keyboard.type('15.12.2030');
    await keyboard.tabTo(drawer.getByRole('combobox', { name: 'Құзыреттілік қосу' }));
    await keyboard.type('Сантех');
    await page.getByRole('option', { name: `Сантехника және жылыту (кандидат саны: ${students})` }).waitFor();
    await keyboard.press('Enter');
    const reserve = drawer.getByRole('textbox', { name: 'Резерв: Сантехника және жылыту' });
    await keyboard.tabTo(reserve);
    await keyboard.press('Backspace');
    await keyboard.type('2');
    await keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByText('Құзыреттілік: 1 · негізгі орын: 1 · резерв: 2').waitFor();
    await keyboard.pressButton(page.getByRole('button', { name: 'Іріктеуді бастау' }));
    // Nobody is eligible yet, because nobody has practised.
    await page.getByText(`Талаптарға сай: ${students} ішінен 0`).waitFor();
    await page.getByRole('tab', { name: 'Нәтиже' }).press('Enter');
    await page.getByRole('button', { name: 'Іріктеуді есептеу' }).press('Enter');
    await page.getByText(/^Ешкім таңдалмады/).waitFor();
    await expectAccessible(app, 'nobody');
    expect(app.problems).toEqual([]);
  });
});
