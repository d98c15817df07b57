import type { Language } from '#shared/contract/app.ts';
import type { CriterionRow } from '#shared/contract/schemes.ts';
import type { ResultLevel, ResultPart } from '#shared/domain/exchange/resultParts.ts';
import type { SchemeAspect, SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import type { Work } from '../../database/changes/work.ts';
import { readNamedSetting } from './results.repository.ts';
import type { ResultTools, StoredParts } from './resultTools.ts';

/** Sub-criterion and aspect that hold the mark of a part. */
export interface PartPlace {
  subCriterionId: string;
  aspectId: string;
}

/** A scheme that results are stored at, and where each part's mark goes. */
export interface ResultScheme {
  schemeId: string;
  places: ReadonlyMap<string, PartPlace>;
}

const TITLES: Readonly<Record<Language, Record<Exclude<ResultLevel, 'aspect'>, string>>> = {
  kk: {
    total: 'Файлдан алынған қорытындылар',
    criterion: 'критерийлер бойынша',
    sub_criterion: 'қосалқы критерийлер бойынша',
  },
  ru: { total: 'Итоги из файла', criterion: 'по критериям', sub_criterion: 'по подкритериям' },
  en: { total: 'Totals from files', criterion: 'by criterion', sub_criterion: 'by sub-criterion' },
};

const aspectOf = (part: ResultPart, description: string): SchemeAspect => ({
  kind: 'measurement',
  headings: [],
  description,
  extraDescription: '',
  requirement: '',
  sectionNumber: part.sectionNumber,
  maxHundredths: part.maxHundredths,
  descriptors: [],
  extraRows: [],
  calculationIndex: null,
});

interface SummaryInput {
  level: Exclude<ResultLevel, 'aspect'>;
  parts: readonly ResultPart[];
  scheme: StoredParts | null;
  language: Language;
}

const subOf = (
  part: ResultPart,
  code: string,
): SchemeDocument['criteria'][number]['subCriteria'][number] => ({
  code,
  name: part.name,
  markingDay: null,
  aspects: [aspectOf(part, part.name === '' ? part.code : part.name)],
});

/** The parts of one criterion as a criterion of the summary. */
function criterionOf(
  criterion: CriterionRow,
  parts: ReadonlyMap<string, ResultPart>,
): SchemeDocument['criteria'] {
  const own = parts.get(criterion.code);
  const subCriteria = own
    ? [subOf(own, `${criterion.code}1`)]
    : criterion.subCriteria.flatMap(({ code }) => {
        const part = parts.get(code);
        return part ? [subOf(part, code)] : [];
      });
  const { code, name } = criterion;
  return subCriteria.length === 0 ? [] : [{ code, name, declaredHundredths: null, subCriteria }];
}

/** A scheme with one aspect for each part: a sum that nobody has split is stored as the one mark that it is. */
function summaryDocument({ level, parts, scheme, language }: SummaryInput): SchemeDocument {
  const word = TITLES[language][level];
  if (level === 'total' || scheme === null) {
    const [part] = parts;
    const criteria = part
      ? [
          {
            code: 'A',
            name: word,
            declaredHundredths: null,
            subCriteria: [subOf({ ...part, name: word }, 'A1')],
          },
        ]
      : [];
    return { title: word, sections: [], criteria, calculations: [] };
  }
  const byCode = new Map(parts.map((part) => [part.code, part]));
  return {
    title: `${scheme.title} – ${word}`,
    sections: scheme.document.sections,
    criteria: scheme.criteria.flatMap((criterion) => criterionOf(criterion, byCode)),
    calculations: [],
  };
}

const placesOf = (
  codes: readonly string[],
  stored: { criteria: { subCriteria: { id: string; aspectIds: string[] }[] }[] },
): Map<string, PartPlace> => {
  const subCriteria = stored.criteria.flatMap((criterion) => criterion.subCriteria);
  return new Map(
    codes.flatMap((code, index) => {
      const place = subCriteria[index];
      const aspectId = place?.aspectIds[0];
      return place && aspectId !== undefined ? [[code, { subCriterionId: place.id, aspectId }] as const] : [];
    }),
  );
};

/** All parts of one level: the summary of a scheme holds them all, whichever a file has marks of. */
function wholeLevel(input: SummaryInput, all: readonly ResultPart[]): readonly ResultPart[] {
  return input.level === 'total' ? input.parts : all.filter(({ level }) => level === input.level);
}

/** The summary that an earlier import made, or a new one. */
async function findOrStore(
  work: Work,
  tools: ResultTools,
  input: SummaryInput & { competencyId: string; all: readonly ResultPart[] },
): Promise<ResultScheme> {
  const parts = wholeLevel(input, input.all);
  const codes = parts.map(({ code }) => code);
  const base = input.level === 'total' ? String(parts[0]?.maxHundredths ?? 0) : (input.scheme?.id ?? '');
  const name = `results_scheme:${input.competencyId}:${input.level}:${base}`;
  const known = await readNamedSetting(work.db, name);
  const stored = known ? await tools.readParts(work.db, known.value) : undefined;
  if (stored) {
    const criteria = stored.criteria.map(({ subCriteria }) => ({
      subCriteria: subCriteria.map((one) => ({ id: one.id, aspectIds: one.aspects.map(({ id }) => id) })),
    }));
    return { schemeId: stored.id, places: placesOf(codes, { criteria }) };
  }
  const document = summaryDocument({ ...input, parts });
  const made = tools.storeScheme(work, document, {
    title: document.title,
    competencyId: input.competencyId,
    kind: 'practice',
    sourceFileName: '',
    allowsPartial: 1,
  });
  if (known) await work.update('settings', known.id, { value: made.schemeId });
  else work.insert('settings', { id: work.newId(), name, value: made.schemeId });
  return { schemeId: made.schemeId, places: placesOf(codes, made) };
}

/** Where marks of a file go: to the scheme itself where they are of single aspects, else to its summary. */
export async function schemeForResults(
  work: Work,
  tools: ResultTools,
  input: {
    level: ResultLevel;
    parts: readonly ResultPart[];
    all: readonly ResultPart[];
    scheme: StoredParts | null;
    competencyId: string;
    language: Language;
  },
): Promise<ResultScheme> {
  const { level, scheme } = input;
  if (level !== 'aspect' || scheme === null) {
    return findOrStore(work, tools, { ...input, level: level === 'aspect' ? 'total' : level });
  }
  const places = input.parts.flatMap(({ code, subCriterionId, aspectId }) =>
    subCriterionId === null || aspectId === null ? [] : [[code, { subCriterionId, aspectId }] as const],
  );
  return { schemeId: scheme.id, places: new Map(places) };
}
