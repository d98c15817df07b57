import { describe, expect, test } from 'vitest';
import { openApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';

describe('students', () => {
  test('are found by a Russian keyboard and by Latin letters', async () => {
    await using app = await openApplication();
    await app.call('people.createStudent', aStudent({ surname: 'Әбдіғаниева', givenName: 'Әсел' }));
    await app.call('people.createStudent', aStudent({ surname: 'Ким', givenName: 'Роман' }));
    for (const search of ['Әсел', 'асел', 'asel', 'абдиганиева', 'Abdiganieva асел']) {
      const { students } = await app.call('people.listStudents', { search });
      expect(
        students.map((student) => student.givenName),
        search,
      ).toEqual(['Әсел']);
    }
    const { people } = await app.call('people.search', { text: 'roman' });
    expect(people.map((person) => person.surname)).toEqual(['Ким']);
  });

  test('keep what was entered, are changed and deleted', async () => {
    await using app = await openApplication();
    const entered = aStudent({ notes: 'бірінші жол\nекінші жол', course: 3 });
    const { id } = await app.call('people.createStudent', entered);
    expect(await app.call('people.getStudent', { id })).toMatchObject(entered);
    await app.call('people.updateStudent', { id, ...entered, groupName: 'ВТ-24-1' });
    expect((await app.call('people.getStudent', { id })).groupName).toBe('ВТ-24-1');
    await app.call('people.removeStudent', { id });
    expect(await app.refused('people.getStudent', { id })).toBe('not_found');
    expect((await app.call('people.listStudents', {})).students).toEqual([]);
  });

  test('who may be the same person are pointed out', async () => {
    await using app = await openApplication();
    const known = aStudent({
      surname: 'Қалиев',
      givenName: 'Нұрлан',
      patronymic: '',
      birthDate: '2008-03-01',
    });
    const { id } = await app.call('people.createStudent', known);
    const search = (patch: object) =>
      app.call('people.findDuplicates', {
        surname: 'Калиев',
        givenName: 'Нурлан',
        patronymic: 'Ерланұлы',
        birthDate: '2008-03-01',
        ...patch,
      });
    expect((await search({})).students.map((student) => student.id)).toEqual([id]);
    expect((await search({ birthDate: null })).students).toHaveLength(1);
    expect((await search({ birthDate: '2007-03-01' })).students).toEqual([]);
    expect((await search({ exceptId: id })).students).toEqual([]);
  });

  test('with bad fields are refused and nothing is stored', async () => {
    await using app = await openApplication();
    for (const patch of [
      { surname: '   ' },
      { birthDate: '2008-02-30' },
      { course: 9 },
      { surname: 'А\u0000Б' },
      { extra: 1 },
    ]) {
      expect(await app.refused('people.createStudent', { ...aStudent({}), ...patch })).toBe('bad_input');
    }
    expect((await app.call('people.listStudents', {})).students).toEqual([]);
  });
});
