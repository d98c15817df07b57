import { expect, it } from 'vitest';
import { chooseLanguage } from '../../../../renderer/i18n/languages.ts';
import { fullName, localized, shortName } from '../../../../renderer/i18n/names.ts';

it('writes a person with and without a patronymic', () => {
  const person = { surname: 'Сейітова', givenName: 'Әсел', patronymic: 'Болатқызы' };
  expect(fullName(person)).toBe('Сейітова Әсел Болатқызы');
  expect(shortName(person)).toBe('Сейітова\u00a0Ә.\u00a0Б.');
  expect(shortName({ surname: 'Ким', givenName: 'Ян', patronymic: '' })).toBe('Ким\u00a0Я.');
});

it('falls back to a language that has a name', () => {
  expect(localized({ kk: '', ru: 'Сварка', en: 'Welding' }, 'kk')).toBe('Сварка');
  expect(localized({ kk: 'Дәнекерлеу', ru: '', en: '' }, 'en')).toBe('Дәнекерлеу');
});

it('chooses Kazakh when it knows none of the languages asked for', () => {
  expect(chooseLanguage(['de-DE', 'ru-KZ'])).toBe('ru');
  expect(chooseLanguage(['de', 'fr'])).toBe('kk');
});
