import { formatCalculation, isCalculationLabel, parseCalculation } from './calculationText.ts';
import { unscaleDecimal } from './decimalText.ts';
import { getCriterionOfCode, findFreeLetter } from './schemeCodes.ts';
import type {
  AspectKind,
  JudgementScore,
  SchemeAspect,
  SchemeCalculation,
  SchemeCriterion,
  SchemeSubCriterion,
} from './schemeDocument.ts';
import { getAspectCode } from './schemeDocument.ts';

/** What an aspect's own row says. */
export interface AspectFields {
  kind: AspectKind;
  description: string;
  extraDescription: string;
  requirement: string;
  sectionNumber: number | null;
  maxHundredths: number;
  calculationIndex: number | null;
}

interface AspectOption {
  label: string;
  hundredths: number;
}

/**
 * Puts a scheme together row by row: each call says what the next row of a workbook is. Where a row needs
 * something above it that the workbook lacks, a criterion or sub-criterion is made for it.
 */
export class SchemeBuilder {
  readonly criteria: SchemeCriterion[];
  readonly calculations: SchemeCalculation[];
  /** Texts that found no place: headings of a sub-criterion without aspects. */
  lostTexts = 0;

  #criterion: SchemeCriterion | null = null;
  #subCriterion: SchemeSubCriterion | null = null;
  #aspect: SchemeAspect | null = null;
  #headings: string[] = [];
  #options: AspectOption[] = [];

  constructor(criteria: SchemeCriterion[], calculations: SchemeCalculation[]) {
    this.criteria = criteria;
    this.calculations = calculations;
  }

  /** Code of the sub-criterion that is open; null when none is. */
  get subCriterionCode(): string | null {
    return this.#subCriterion?.code ?? null;
  }

  get criterionName(): string | null {
    return this.#criterion?.name ?? null;
  }

  get subCriterionName(): string | null {
    return this.#subCriterion?.name ?? null;
  }

  get criterionCode(): string | null {
    return this.#criterion?.code ?? null;
  }

  /** Whether rows without a type may belong to an aspect above. */
  get hasAspect(): boolean {
    return this.#aspect !== null;
  }

  /** Goes on with the criterion of this letter; it is made where the list of criteria had none. */
  openCriterion(code: string, name = ''): void {
    this.#close();
    this.#subCriterion = null;
    let criterion = this.criteria.find((candidate) => candidate.code === code);
    if (criterion === undefined) {
      criterion = { code, name: '', declaredHundredths: null, subCriteria: [] };
      this.criteria.push(criterion);
    }
    if (criterion.name === '') {
      criterion.name = name;
    }
    this.#criterion = criterion;
  }

  /** Goes on with the criterion of this name; a new one gets the next free letter. */
  openNamedCriterion(name: string): void {
    const known = this.criteria.find((criterion) => criterion.name === name);
    const taken = new Set(this.criteria.map((criterion) => criterion.code));
    this.openCriterion(known?.code ?? findFreeLetter(taken, this.criteria.length), name);
  }

  /**
   * Begins a sub-criterion.
   * @param code '' to have it numbered by its place
   * @returns its code
   */
  openSubCriterion(code: string, name: string, markingDay: number | null): string {
    this.#close();
    if (this.#criterion === null) {
      const taken = new Set(this.criteria.map((criterion) => criterion.code));
      this.openCriterion(getCriterionOfCode(code) ?? this.criteria[0]?.code ?? findFreeLetter(taken, 0));
    }
    const siblings = this.#criterion?.subCriteria ?? [];
    const given = code === '' ? `${this.#criterion?.code ?? ''}${siblings.length + 1}` : code;
    this.#subCriterion = { code: given, name, markingDay, aspects: [] };
    siblings.push(this.#subCriterion);
    return given;
  }

  /** Completes what the sub-criterion's first row left out. */
  amendSubCriterion(name: string, markingDay: number | null): void {
    if (this.#subCriterion !== null) {
      this.#subCriterion.name ||= name;
      this.#subCriterion.markingDay ??= markingDay;
    }
  }

  /** Adds an aspect to the open sub-criterion; @returns its positional code, "A1.M3". */
  addAspect(fields: AspectFields): string {
    this.#closeAspect();
    if (this.#subCriterion === null) {
      this.openSubCriterion('', '', null);
    }
    this.#aspect = { ...fields, headings: this.#headings, descriptors: [], extraRows: [] };
    this.#headings = [];
    const aspects = this.#subCriterion?.aspects ?? [];
    aspects.push(this.#aspect);
    return getAspectCode(this.subCriterionCode ?? '', fields.kind, aspects.length - 1);
  }

  /** A heading stands above the next aspect. */
  addHeading(text: string): void {
    this.#closeAspect();
    this.#headings.push(text);
  }

  /** A note belongs to the aspect above; before the first one it is a heading. */
  addExtraRow(text: string): void {
    if (this.#aspect === null) {
      this.#headings.push(text);
    } else {
      this.#aspect.extraRows.push({ text, afterDescriptors: this.#aspect.descriptors.length });
    }
  }

  addDescriptor(score: JudgementScore, text: string): void {
    this.#aspect?.descriptors.push({ score, text });
  }

  /** One outcome of the aspect above with the mark that it gives. */
  addOption(label: string, hundredths: number): void {
    this.#options.push({ label, hundredths });
  }

  /** To be called once, after the last row. */
  finish(): void {
    this.#close();
  }

  /** Headings with no aspect below them become notes of the aspect above. */
  #close(): void {
    const last = this.#subCriterion?.aspects.at(-1);
    this.#closeAspect();
    if (last === undefined) {
      this.lostTexts += this.#headings.length;
    } else {
      for (const text of this.#headings) {
        last.extraRows.push({ text, afterDescriptors: last.descriptors.length });
      }
    }
    this.#headings = [];
  }

  #closeAspect(): void {
    if (this.#aspect !== null && this.#options.length > 0) {
      this.#attachOptions(this.#aspect);
    }
    this.#options = [];
    this.#aspect = null;
  }

  /** Options with marks of their own are a choice whose deductions are what each lacks of the maximum. */
  #attachOptions(aspect: SchemeAspect): void {
    const best = Math.max(...this.#options.map((option) => option.hundredths));
    if (aspect.maxHundredths === 0) {
      aspect.maxHundredths = best;
    }
    const options = this.#options.map(({ label, hundredths }) => ({
      label: isCalculationLabel(label) ? label : label.replaceAll(':::', '::'),
      deduction: unscaleDecimal(BigInt(Math.max(0, aspect.maxHundredths - hundredths)), 2),
    }));
    const calculation = parseCalculation(
      formatCalculation({ kind: 'choice', deductionType: 'unit', options }),
    );
    aspect.calculationIndex = this.calculations.length;
    this.calculations.push({ name: '', isShared: false, calculation });
  }
}
