import { describe, expect, it } from 'vitest';
import { createRandom } from '#shared/domain/sample/random.ts';
import { getFemaleSurname, pickName } from '#shared/domain/sample/sampleNames.ts';
import { listSampleExperts, listSampleStudents } from '#shared/domain/sample/samplePeople.ts';
import { sampleTrades } from '#shared/domain/sample/sampleTrades.ts';
import { studentInput, expertInput } from '#shared/contract/people.ts';
import { latinWords } from '../../../helpers/scripts.ts';

const options = { count: 600, trades: sampleTrades, today: '2026-03-15' };
const students = listSampleStudents(createRandom(1), options);
const experts = listSampleExperts(createRandom(2), { ...options, count: 14 });

describe('pickName', () => {
  it('gives women and men the right endings, in the Kazakh and the Russian way', () => {
    const random = createRandom(9);
    const women = Array.from({ length: 400 }, () => pickName(random, 'female'));
    const men = Array.from({ length: 400 }, () => pickName(random, 'male'));
    expect(women.every((one) => /^$|(?:қызы|овна)$/u.test(one.patronymic))).toBe(true);
    expect(men.every((one) => /^$|(?:ұлы|ович)$/u.test(one.patronymic))).toBe(true);
    for (const ending of ['қызы', 'овна'])
      expect(women.some((one) => one.patronymic.endsWith(ending))).toBe(true);
    for (const ending of ['ұлы', 'ович'])
      expect(men.some((one) => one.patronymic.endsWith(ending))).toBe(true);
    expect(women.every((one) => !/(?:ов|ев|ин)$/u.test(one.surname))).toBe(true);
    expect(men.every((one) => !/(?:ова|ева|ина)$/u.test(one.surname))).toBe(true);
  });

  it('leaves surnames without an ending as they are', () => {
    expect(getFemaleSurname('Серікбай')).toBe('Серікбай');
    expect(getFemaleSurname('Ким')).toBe('Ким');
    expect(getFemaleSurname('Никитин')).toBe('Никитина');
    expect(getFemaleSurname('Оразбаев')).toBe('Оразбаева');
  });
});

describe('sample people', () => {
  it('fill the forms of students and experts', () => {
    for (const { competencyNumber: _number, ...student } of students) {
      expect(studentInput.safeParse({ ...student, notes: '' }).success).toBe(true);
    }
    for (const { competencyNumber: _number, ...expert } of experts) {
      expect(expertInput.safeParse({ ...expert, phone: '', email: '', notes: '' }).success).toBe(true);
    }
  });

  it('are written in Cyrillic letters alone and named differently', () => {
    const written = [...students, ...experts].map(
      (one) => `${one.surname} ${one.givenName} ${one.patronymic}`,
    );
    expect(latinWords(written.join(' '))).toEqual([]);
    const names = students.map((one) => `${one.surname} ${one.givenName} ${one.patronymic}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are of school-leaving age and up, in groups named by trade, year and number', () => {
    for (const student of students) {
      expect(student.birthDate >= '2003-09-01' && student.birthDate < '2010-09-01').toBe(true);
      expect(student.groupName).toMatch(/^(?:ДІ|БҚ|ЭМ|ҚС|ШӨ|ТҰ)-2[1-5]-\d$/u);
      if (student.course !== null) {
        expect(student.groupName.slice(3, 5)).toBe(String(26 - student.course));
      }
    }
  });

  it('agree for the most part to the use of their data, and say when', () => {
    const given = students.filter((one) => one.consent === 'given');
    expect(given.length / students.length).toBeGreaterThan(0.8);
    for (const student of students) {
      expect(student.consentDate === null).toBe(student.consent === 'unknown');
      expect((student.consentDate ?? '') < '2026-03-16').toBe(true);
    }
  });

  it('hold experts of every trade, two of them from partners', () => {
    expect(new Set(experts.map((one) => one.competencyNumber)).size).toBe(6);
    expect(experts.filter((one) => one.organisation !== '')).toHaveLength(2);
  });
});
