import type { AspectRow, CriterionRow, SubCriterionRow } from '#shared/contract/schemes.ts';
import type { AttemptRow } from '#shared/contract/training.ts';
import { isOpenForMarks } from '#shared/domain/assessment/attemptLife.ts';
import type { SheetPlace } from '#shared/domain/training/sheetMoves.ts';

/** A column of the score grid: one student's attempt. */
export interface SheetColumn {
  attemptId: string;
  studentId: string;
  surname: string;
  givenName: string;
  patronymic: string;
  /** Which of the student's attempts at this scheme in this session; 0 when there is only one. */
  repetition: number;
  /** Sub-criteria that are practised; null: the whole scheme. */
  scope: ReadonlySet<string> | null;
  /** Whether marks can still be entered: a result that is closed is reopened first. */
  isOpen: boolean;
  /** Sub-criteria that a second person has verified: closed though the result is open. */
  verified: ReadonlySet<string>;
}

interface RowPlace {
  /** Id of the criterion, sub-criterion or aspect. */
  id: string;
}

/** The heading of a criterion, with totals. */
export interface CriterionSheetRow extends RowPlace {
  kind: 'criterion';
  criterion: CriterionRow;
  isFolded: boolean;
}

/** The heading of a sub-criterion, with totals. */
export interface SubCriterionSheetRow extends RowPlace {
  kind: 'sub_criterion';
  criterionId: string;
  subCriterion: SubCriterionRow;
  isFolded: boolean;
}

/** An aspect, with a cell for each student. */
export interface AspectSheetRow extends RowPlace {
  kind: 'aspect';
  criterionId: string;
  subCriterion: SubCriterionRow;
  aspect: SheetAspect;
}

export type SheetRow = CriterionSheetRow | SubCriterionSheetRow | AspectSheetRow;

/** What the grid shows: rows that are not folded away, and students. */
export interface SheetModel {
  /** Criteria with the sub-criteria that at least one attempt is about. */
  criteria: readonly CriterionRow[];
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  rowIndex: ReadonlyMap<string, number>;
  aspects: ReadonlyMap<string, SheetAspect>;
}

/** Columns of the attempts, by name and then in the order they were started. */
export function listColumns(
  attempts: readonly AttemptRow[],
  compareText: (a: string, b: string) => number,
): SheetColumn[] {
  const counts = Map.groupBy(attempts, (attempt) => attempt.studentId);
  const nameOf = (attempt: AttemptRow): string => `${attempt.surname} ${attempt.givenName}`;
  return [...attempts]
    .sort((a, b) => compareText(nameOf(a), nameOf(b)) || (a.id < b.id ? -1 : 1))
    .map((attempt) => {
      const own = counts.get(attempt.studentId) ?? [];
      return {
        attemptId: attempt.id,
        studentId: attempt.studentId,
        surname: attempt.surname,
        givenName: attempt.givenName,
        patronymic: attempt.patronymic,
        repetition: own.length > 1 ? own.findIndex((one) => one.id === attempt.id) + 1 : 0,
        scope: attempt.subCriterionIds === null ? null : new Set(attempt.subCriterionIds),
        isOpen: isOpenForMarks(attempt.status),
        verified: new Set(attempt.verifiedSubCriterionIds),
      };
    });
}

/** An aspect as the grid takes marks for it. */
export interface SheetAspect extends AspectRow {
  /** A team of judges scores it on sheets of their own. */
  isJudgedByTeam?: boolean;
}

/** The criteria with the judgements marked that a team scores. */
export function markTeams(
  criteria: readonly CriterionRow[],
  teamSubCriterionIds: readonly string[],
): readonly CriterionRow[] {
  if (teamSubCriterionIds.length === 0) return criteria;
  const teams = new Set(teamSubCriterionIds);
  const withTeam = (aspect: AspectRow): SheetAspect =>
    aspect.kind === 'judgement' ? { ...aspect, isJudgedByTeam: true } : aspect;
  return criteria.map((criterion) => ({
    ...criterion,
    subCriteria: criterion.subCriteria.map((subCriterion) =>
      teams.has(subCriterion.id)
        ? { ...subCriterion, aspects: subCriterion.aspects.map(withTeam) }
        : subCriterion,
    ),
  }));
}

/** The criteria with only those sub-criteria that some attempt is about. */
export function listPractised(
  criteria: readonly CriterionRow[],
  columns: readonly SheetColumn[],
): CriterionRow[] {
  if (columns.length === 0 || columns.some((column) => column.scope === null)) return [...criteria];
  const isShown = (id: string): boolean => columns.some((column) => column.scope?.has(id) === true);
  return criteria
    .map((criterion) => ({
      ...criterion,
      subCriteria: criterion.subCriteria.filter((subCriterion) => isShown(subCriterion.id)),
    }))
    .filter((criterion) => criterion.subCriteria.length > 0);
}

function rowsOf(criterion: CriterionRow, folded: ReadonlySet<string>): SheetRow[] {
  const isFolded = folded.has(criterion.id);
  const head: SheetRow = { kind: 'criterion', id: criterion.id, criterion, isFolded };
  if (isFolded) return [head];
  return [
    head,
    ...criterion.subCriteria.flatMap((subCriterion): SheetRow[] => {
      const place = { criterionId: criterion.id, subCriterion };
      const isSubFolded = folded.has(subCriterion.id);
      const heading: SheetRow = {
        kind: 'sub_criterion',
        id: subCriterion.id,
        ...place,
        isFolded: isSubFolded,
      };
      if (isSubFolded) return [heading];
      const aspects = subCriterion.aspects.map((aspect): SheetRow => ({
        kind: 'aspect',
        id: aspect.id,
        ...place,
        aspect,
      }));
      return [heading, ...aspects];
    }),
  ];
}

/** Puts the grid together. */
export function buildModel(
  criteria: readonly CriterionRow[],
  columns: readonly SheetColumn[],
  folded: ReadonlySet<string>,
): SheetModel {
  const practised = listPractised(criteria, columns);
  const rows = practised.flatMap((criterion) => rowsOf(criterion, folded));
  const aspects = practised.flatMap((criterion) =>
    criterion.subCriteria.flatMap((subCriterion) => subCriterion.aspects),
  );
  return {
    criteria: practised,
    columns,
    rows,
    rowIndex: new Map(rows.map((row, index) => [row.id, index])),
    aspects: new Map(aspects.map((aspect) => [aspect.id, aspect])),
  };
}

/** Whether an attempt is about a sub-criterion. */
export function isInScope(column: SheetColumn, subCriterionId: string): boolean {
  return column.scope === null || column.scope.has(subCriterionId);
}

/** Whether marks of a sub-criterion can be entered for an attempt. */
export function isCellOpen(column: SheetColumn, subCriterionId: string): boolean {
  return column.isOpen && !column.verified.has(subCriterionId);
}

/** A cell of an aspect and an attempt. */
export interface SheetCell {
  column: SheetColumn;
  row: AspectSheetRow;
}

/** The cell of a place; null for headings, the column of names, and aspects that the attempt is not about. */
export function cellAt(model: SheetModel, place: SheetPlace): SheetCell | null {
  const row = model.rows[place.row];
  const column = model.columns[place.column - 1];
  if (row?.kind !== 'aspect' || column === undefined) return null;
  return isInScope(column, row.subCriterion.id) ? { row, column } : null;
}

/** The cell of a place where a mark can be entered; null where there is none, or the result is closed. */
export function fillableAt(model: SheetModel, place: SheetPlace): SheetCell | null {
  const cell = cellAt(model, place);
  return cell !== null && isCellOpen(cell.column, cell.row.subCriterion.id) ? cell : null;
}

/** The row above which a row is folded: its sub-criterion or criterion. */
function headingOf(model: SheetModel, row: SheetRow | undefined): number {
  if (row?.kind === 'aspect') {
    return model.rowIndex.get(row.subCriterion.id) ?? model.rowIndex.get(row.criterionId) ?? 0;
  }
  return row?.kind === 'sub_criterion' ? (model.rowIndex.get(row.criterionId) ?? 0) : 0;
}

/** The same place after rows were folded or attempts came and went; the heading when the row is folded away. */
export function carryPlace(before: SheetModel, after: SheetModel, place: SheetPlace): SheetPlace {
  const row = before.rows[place.row];
  const column = before.columns[place.column - 1];
  const found = column && after.columns.findIndex((one) => one.attemptId === column.attemptId);
  return {
    row: (row && after.rowIndex.get(row.id)) ?? headingOf(after, row),
    column: found === undefined || found === -1 ? Math.min(place.column, after.columns.length) : found + 1,
  };
}

/** The first cell that can be filled, where the keyboard starts. */
export function firstPlace(model: SheetModel): SheetPlace {
  const row = model.rows.findIndex((_, index) => cellAt(model, { row: index, column: 1 }) !== null);
  return { row: Math.max(0, row), column: Math.min(1, model.columns.length) };
}
