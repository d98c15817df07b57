import type { TestApplication } from '../helpers/application.ts';
import { aStudent } from '../helpers/entries.ts';
import { quantile, time, type Figure } from './figure.ts';

const PEOPLE = 10_000;
const SEARCHES = ['асел', 'asel', 'Нұрлан', 'ким ро', 'бек', 'x-жоқ', 'қызы', 'ova', 'ә'];

/** Search over ten thousand people (students are added until there are so many). */
export async function measureSearch(app: TestApplication): Promise<Figure[]> {
  const { students } = await app.call('people.listStudents', {});
  const surnames = students.map((student) => student.surname);
  for (let count = students.length; count < PEOPLE; count += 1) {
    const surname = `${surnames[count % surnames.length] ?? ''}${count % 7 === 0 ? 'бай' : 'ов'}`;
    await app.call('people.createStudent', aStudent({ surname, birthDate: null }));
  }
  const searches = await time(180, (run) =>
    app.call('people.search', { text: SEARCHES[run % SEARCHES.length] ?? '', limit: 20 }),
  );
  const lists = await time(20, () => app.call('people.listStudents', {}));
  return [
    { name: 'search.p95.ms', value: quantile(searches, 0.95), unit: 'ms' },
    { name: 'students.list.p95.ms', value: quantile(lists, 0.95), unit: 'ms' },
  ];
}
