import type { TFunction } from 'i18next';
import type { PartnerFiguresRow } from '#shared/contract/partners.ts';
import type { Format } from '../../i18n/format.ts';

/** What a partner gave, as pairs of a name and a figure; what is nought is left out. */
export function figureFacts(
  figures: PartnerFiguresRow,
  t: TFunction,
  format: Format,
): { term: string; value: string }[] {
  const facts = [
    { term: t('partners:figure.mentors'), count: figures.mentorCount },
    { term: t('partners:figure.judges'), count: figures.judgeCount },
    { term: t('partners:figure.internships'), count: figures.internshipCount },
    { term: t('partners:figure.internshipHours'), count: Math.round(figures.internshipMinutes / 60) },
    ...figures.kinds.map(({ kind, quantity }) => ({
      term: t(`partners:figureKind.${kind}`),
      count: quantity,
    })),
    { term: t('partners:figure.value'), count: figures.valueTenge },
  ];
  return facts
    .filter(({ count }) => count > 0)
    .map(({ term, count }) => ({ term, value: format.number(count) }));
}
