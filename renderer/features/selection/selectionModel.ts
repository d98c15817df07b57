import type { TFunction } from 'i18next';
import type { ChampionshipRow } from '#shared/contract/championships.ts';
import type { CompetencyRow } from '#shared/contract/competencies.ts';
import type { SelectionObjection, SelectionStudent } from '#shared/contract/selectionCandidates.ts';
import type {
  SelectionReplacement,
  SelectionScenario,
  SelectionView,
} from '#shared/contract/selectionView.ts';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { checkEligibility, type EligibilityCheck } from '#shared/domain/selection/eligibility.ts';
import {
  valueCandidates,
  type SelectionInputs,
  type ValuedCandidate,
} from '#shared/domain/selection/inputs.ts';
import { PER_STUDENT } from '#shared/domain/selection/programme.ts';
import { makeInputs } from '#shared/domain/selection/record.ts';
import type { Language } from '#shared/contract/app.ts';
import type { Format } from '../../i18n/format.ts';
import { fullName, localized } from '../../i18n/names.ts';

/** Everything that the screens of one selection share. */
export interface SelectionModel {
  view: SelectionView;
  championship: ChampionshipRow;
  students: ReadonlyMap<string, SelectionStudent>;
  studentName: (id: string) => string;
  competencyName: (id: string) => string;
  /** Calendar day on this computer. */
  today: string;
}

/** Puts together what was asked for. */
export function makeModel(
  view: SelectionView,
  championship: ChampionshipRow,
  names: { competencies: readonly CompetencyRow[]; language: Language; today: string },
): SelectionModel {
  const students = new Map(view.students.map((student) => [student.id, student]));
  const competencies = new Map(
    names.competencies.map((row) => [row.id, localized(row.name, names.language)]),
  );
  return {
    view,
    championship,
    students,
    studentName: (id) => {
      const student = students.get(id);
      return student ? fullName(student) : '–';
    },
    competencyName: (id) => competencies.get(id) ?? '–',
    today: names.today,
  };
}

/** The inputs of the solver as they would be now with these settings. */
export function previewInputs(model: SelectionModel, config: ScenarioConfig): SelectionInputs {
  const { view, championship, students, today } = model;
  const candidates = view.candidates.map((candidate) => {
    const student = students.get(candidate.studentId);
    return { ...candidate, group: student?.groupName ?? '', course: student?.course ?? null };
  });
  const seats = championship.competencies.map((entry) => ({
    competencyId: entry.competencyId,
    mainEntries: entry.mainSeats,
    reserveSeats: entry.reserveSeats,
    teamSize: entry.teamSize,
  }));
  const occasion = { seats, championshipDay: championship.startDate, today };
  return makeInputs(config, candidates, view.overrides, occasion);
}

/** Values of all candidates with these settings, squad by squad, best first. */
export function previewValues(model: SelectionModel, config: ScenarioConfig): ValuedCandidate[] {
  return valueCandidates(previewInputs(model, config));
}

/** Answers of the eligibility rules for one candidate. */
export function checksOf(
  model: SelectionModel,
  config: ScenarioConfig,
  who: { studentId: string; competencyId: string },
): EligibilityCheck[] {
  const candidate = model.view.candidates.find(
    (one) => one.studentId === who.studentId && one.competencyId === who.competencyId,
  );
  if (!candidate) return [];
  const year = Number(model.championship.startDate.slice(0, 4));
  const frame = { year, day: model.today, maxAge: candidate.maxAge };
  return checkEligibility(config.eligibility, candidate.facts, frame);
}

interface Who {
  studentId: string;
  competencyId: string;
}

const isExcused = (model: SelectionModel, who: Who, check: EligibilityCheck): boolean =>
  model.view.overrides.some(
    (one) =>
      one.rule === check.rule &&
      one.studentId === who.studentId &&
      (one.competencyId === null || one.competencyId === who.competencyId),
  );

/** What stands against a candidate now, without what an exception covers. */
export function unmetOf(model: SelectionModel, config: ScenarioConfig, who: Who): EligibilityCheck[] {
  return checksOf(model, config, who).filter(
    (check) => check.state !== 'pass' && !isExcused(model, who, check),
  );
}

/** What an exception on record covers now. */
export function exceptionsOf(model: SelectionModel, config: ScenarioConfig, who: Who): EligibilityCheck[] {
  return checksOf(model, config, who).filter(
    (check) => check.state !== 'pass' && isExcused(model, who, check),
  );
}

/** What stood against a candidate when a run was made: what no exception covered, or what one did. */
export function objectionsOf(
  run: { objections: readonly SelectionObjection[] },
  who: Who,
  covered = false,
): EligibilityCheck[] {
  return run.objections
    .filter(
      (one) =>
        one.studentId === who.studentId &&
        one.competencyId === who.competencyId &&
        (one.exception !== null) === covered,
    )
    .map(({ check }) => check);
}

/** Why a candidate does not meet a rule, in words; a fact that nobody noted is told apart from one that is wrong. */
export function checkSentence(t: TFunction, format: Format, check: EligibilityCheck): string {
  if (check.state === 'unknown') {
    return t(check.kind === 'age' ? 'selection:check.age_unknown' : 'selection:check.percent_unknown', {
      limit: format.number(check.limit ?? 0, 1),
    });
  }
  const found = check.found === null ? '–' : format.number(check.found, 1);
  const limit = check.limit === null ? '–' : format.number(check.limit, 1);
  return check.kind === 'min_attempts'
    ? t('selection:check.min_attempts', { count: check.days ?? 0, found, limit })
    : t(`selection:check.${check.kind}`, { text: check.text, found, limit });
}

/** Who left a place and who took it, in one line. */
export function handoverLine(
  model: SelectionModel,
  one: SelectionReplacement,
  words: { t: TFunction; format: Format },
): string {
  const { t, format } = words;
  const into = one.inStudentId === null ? '–' : model.studentName(one.inStudentId);
  const what = {
    date: format.dateTime(one.at),
    competency: model.competencyName(one.competencyId),
    into,
    person: one.person,
  };
  const line =
    one.reason === 'vacant'
      ? t('selection:replacement.filled', { ...what, seat: t(`selection:seat.${one.seat}`) })
      : t('selection:replacement.line', {
          ...what,
          out: model.studentName(one.outStudentId),
          reason: t(`selection:reason.${one.reason}`),
        });
  return one.note === '' ? line : `${line}. ${one.note}`;
}

/** A probability 0…1 in percent; nothing that can still happen is called 0 % or 100 %. */
export function chanceText(format: Format, chance: number): string {
  if (chance > 0 && chance < 0.005) return `< ${format.percent(1, 0)}`;
  if (chance < 1 && chance > 0.995) return `> ${format.percent(99, 0)}`;
  return format.percent(100 * chance, 0);
}

/** Ranks that are likely: `2–4`, or one alone. */
export function rankText({ rankFrom, rankTo }: { rankFrom: number; rankTo: number }): string {
  return rankFrom === rankTo ? String(rankFrom) : `${rankFrom}–${rankTo}`;
}

/** Name of a criterion in the language of the screen. */
export function criterionName(t: TFunction, key: string, name: string): string {
  return key.startsWith('own:') ? name : t(`selection:criterion.${key}`);
}

type Rule = ScenarioConfig['rules'][number];

/** A rule of the coordinator as a sentence. */
export function ruleSentence(t: TFunction, model: SelectionModel, rule: Rule): string {
  const competency = (id: string | null): string =>
    id === null ? t('selection:rule.anyCompetency') : model.competencyName(id);
  switch (rule.kind) {
    case 'must':
    case 'must_not':
      return t(`selection:rule.${rule.kind}`, {
        student: model.studentName(rule.studentId),
        competency: competency(rule.competencyId),
        seat: t(`selection:seat.${rule.seat}`),
      });
    case 'together':
    case 'apart':
      return t(`selection:rule.${rule.kind}`, {
        one: model.studentName(rule.studentIds[0]),
        other: model.studentName(rule.studentIds[1]),
        scope: t(`selection:scope.${rule.scope}`),
      });
    case 'quota':
      return t('selection:rule.quota', {
        attribute: t(`selection:attribute.${rule.attribute}`),
        value: rule.value,
        min: rule.min ?? 0,
        max: rule.max ?? '∞',
      });
    case 'floor':
      return t('selection:rule.floor', {
        competency: competency(rule.competencyId),
        value: rule.minValue / 100,
      });
    case 'fill':
      return t('selection:rule.fill', { competency: competency(rule.competencyId) });
    case 'conflict':
      return t('selection:rule.conflict', {
        one: competency(rule.competencyIds[0]),
        other: competency(rule.competencyIds[1]),
      });
  }
}

/** One of the contradicting conditions as a sentence: a rule, or a condition of the program itself. */
export function groupSentence(
  t: TFunction,
  model: SelectionModel,
  scenario: Pick<SelectionScenario, 'config'>,
  group: string,
): string {
  const rule = scenario.config.rules.find(({ id }) => id === group);
  if (rule) return ruleSentence(t, model, rule);
  const [kind = '', first = '', second = ''] = group.split(':');
  if (kind === 'seats') return t('selection:group.seats', { competency: model.competencyName(first) });
  if (kind === 'eligibility') {
    return t('selection:group.eligibility', {
      student: model.studentName(first),
      competency: model.competencyName(second),
    });
  }
  return t(group === PER_STUDENT ? 'selection:group.perStudent' : 'selection:group.removedRule');
}
