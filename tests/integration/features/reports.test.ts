import { expect, test } from 'vitest';
import { readSheets } from '../../../electron/workers/workbookSheets.ts';
import { openApplication } from '../../helpers/application.ts';
import { anItem, aThing } from '../../helpers/baseEntries.ts';
import { aPartner, aStudent } from '../../helpers/entries.ts';
import { findCompetency } from '../../helpers/training.ts';

const wallClock = (): number => Date.UTC(2026, 10, 23, 6);
const span = { from: '2026-09-01', to: '2027-08-31' };

test('the report of a year has practice, base and partners in figures that can be counted by hand', async () => {
  await using app = await openApplication({ wallClock });
  const competencyId = await findCompetency(app, '10');
  const { id: studentId } = await app.call('people.createStudent', aStudent({}));
  await app.call('competencies.addCandidates', { competencyId, studentIds: [studentId] });
  const session = { competencyId, durationMinutes: 120, workshop: '', expertId: null, notes: '' };
  const { id: sessionId } = await app.call('training.createSession', { ...session, date: '2026-10-05' });
  await app.call('training.createSession', { ...session, date: '2026-08-31' });
  await app.call('training.setAttendance', {
    sessionId,
    entries: [{ studentId, state: 'present', note: '' }],
  });
  const list = { competencyId, title: 'Парақ', edition: '2026', notes: '' };
  const { id: listId } = await app.call('base.createList', list);
  const { id: itemId } = await app.call('base.addItem', { listId, ...anItem() });
  await app.call('base.addItem', { listId, ...anItem({ name: 'Қалқан', priceTiyn: 5_000_000 }) });
  const { id: inventoryId } = await app.call('base.addInventory', aThing());
  await app.call('base.setLinks', { itemId, inventoryIds: [inventoryId] });
  const { id: partnerId } = await app.call('partners.save', aPartner);
  // Monday to Friday of two weeks; half of it lies before the day of the report.
  await app.call('partners.saveInternship', {
    partnerId,
    studentId,
    competencyId,
    mentorId: null,
    mentor: '',
    startDate: '2026-11-16',
    endDate: '2026-11-29',
    place: '',
    weeklyMinutes: 1200,
    doneMinutes: null,
    state: 'planned',
    tasks: '',
    sections: [],
    conclusion: '',
  });

  const year = await app.call('reports.year', span);
  expect(year.competencies).toMatchObject([
    { competencyId, candidateCount: 1, sessionCount: 1, sessionMinutes: 120, studentMinutes: 120 },
  ]);
  expect(year.months).toHaveLength(12);
  expect(year.months[1]).toMatchObject({ month: '2026-10', sessionMinutes: 120 });
  expect(year.base).toMatchObject({ itemCount: 1, brokenCount: 0 });
  expect(year.base.readiness).toEqual([
    {
      competencyId,
      readinessHundredths: 5000,
      items: 2,
      complete: 1,
      missing: 1,
      broken: 0,
      costTiyn: 5_000_000,
    },
  ]);
  // Five working days of four hours, and the Monday of the day itself.
  expect(year.partners.figures).toMatchObject({ internshipCount: 1, internshipMinutes: 1440 });

  const sheets = [
    {
      name: 'База',
      title: '=1+1',
      rows: [
        ['Атауы', 'Саны'],
        ['Қалқан', 2],
      ],
    },
  ];
  const file = await app.call('reports.writeWorkbook', { fileName: 'a.xlsx', sheets });
  const [read] = await readSheets(Buffer.from(file.content, 'base64'));
  expect(read?.name).toBe('База');
  expect(read?.rows.at(-1)).toEqual(['Қалқан', 2]);
  expect(String(read?.rows[0]?.[0])).toContain('1+1');
});
