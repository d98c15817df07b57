import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangleFilled, IconCheck, IconCircleDashed, IconGavel } from '@tabler/icons-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMarkText, NOT_ATTEMPTED_SIGN } from '#shared/domain/training/markText.ts';
import { isInArea } from '#shared/domain/training/sheetMoves.ts';
import { shortName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { cellKey } from '../marks/markQueue.ts';
import { useMarkSender } from '../marks/useMarkSender.ts';
import { CellEditor } from './CellEditor.tsx';
import styles from './ScoreSheet.module.css';
import { useSheetController, useSheetState } from './sheetContext.ts';
import type { AspectSheetRow, SheetColumn } from './sheetModel.ts';
import { isCellOpen, isInScope } from './sheetModel.ts';
import type { ShownCell } from './shownCells.ts';

interface MarkCellProps {
  row: AspectSheetRow;
  rowIndex: number;
  column: SheetColumn;
  /** From 1: the column of names is 0. */
  columnIndex: number;
}

/** What the cell holds: the mark, or the score with the mark that it makes. */
function CellValue({ cell, isTeams }: { cell: ShownCell | undefined; isTeams: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { decimalSign } = useSheetController();
  if (!cell?.entry) return isTeams ? <TeamSign /> : null;
  switch (cell.entry.kind) {
    case 'not_attempted':
      return (
        <span className={styles['notAttempted']}>
          <span aria-hidden>{NOT_ATTEMPTED_SIGN}</span>
          <VisuallyHidden>{t('training:mark.notAttempted')}</VisuallyHidden>
        </span>
      );
    case 'points':
      return <span className={styles['mark']}>{format.shortHundredths(cell.entry.markHundredths)}</span>;
    case 'measured':
      return (
        <>
          <span className={styles['score']}>{formatMarkText(cell.entry, decimalSign)}</span>
          <span className={styles['scoreMark']}>
            {typeof cell.counted === 'number' ? format.shortHundredths(cell.counted) : null}
          </span>
        </>
      );
    case 'score':
      return (
        <>
          <span className={styles['score']}>{cell.entry.score}</span>
          <span className={styles['scoreMark']}>
            {typeof cell.counted === 'number' ? format.shortHundredths(cell.counted) : null}
          </span>
        </>
      );
  }
}

/** How far the value has come: on its way, stored a moment ago, not stored. */
function CellState({ cell }: { cell: ShownCell | undefined }): ReactNode {
  const { t } = useTranslation();
  const sender = useMarkSender();
  switch (cell?.status) {
    case 'storing':
      return <IconCircleDashed className={styles['storing']} size={11} aria-hidden />;
    case 'fresh':
      return (
        <IconCheck
          key={cell.sequence}
          className={styles['fresh']}
          size={12}
          stroke={2.6}
          aria-hidden
          onAnimationEnd={() => sender.settle(cell.sequence)}
        />
      );
    case 'failed':
      return (
        <>
          <IconAlertTriangleFilled className={styles['failed']} size={12} aria-hidden />
          <VisuallyHidden>{t('training:mark.notStored')}</VisuallyHidden>
        </>
      );
    case 'still':
    case undefined:
      return null;
  }
}

/** Where the scores of a team of judges are awaited. */
function TeamSign(): ReactNode {
  const { t } = useTranslation();
  return (
    <span className={styles['team']}>
      <IconGavel size={14} aria-hidden />
      <VisuallyHidden>{t('training:mark.byTeam')}</VisuallyHidden>
    </span>
  );
}

interface CellPlaceState {
  isActive: boolean;
  isOpen: boolean;
  isSelected: boolean;
}

function useCellPlace(row: number, column: number): CellPlaceState {
  const isActive = useSheetState(({ place }) => place.row === row && place.column === column);
  const isOpen = useSheetState(({ editing }) => editing !== null) && isActive;
  const isSelected = useSheetState(({ area }) => area !== null && isInArea(area, { row, column }));
  return { isActive, isOpen, isSelected };
}

/** Why nothing is typed in a cell; null where something is. */
function titleKeyOf(cell: { isOutside: boolean; isTeams: boolean; isVerified: boolean }): string | null {
  const { isOutside, isTeams, isVerified } = cell;
  if (isOutside) return 'training:mark.notInAttempt';
  if (isVerified) return 'errors:form_verified';
  return isTeams ? 'training:mark.byTeam' : null;
}

/** For attributes that are there or not. */
const ifTrue = (value: boolean): true | undefined => (value ? true : undefined);

/** A cell of the score grid: what one student's attempt got on one aspect. */
export const MarkCell = memo(function MarkCell(props: MarkCellProps): ReactNode {
  const { row, rowIndex, column, columnIndex } = props;
  const { t } = useTranslation();
  const cell = useSheetState((state) => state.cells.get(cellKey(column.attemptId, row.aspect.id)));
  const { isActive, isOpen, isSelected } = useCellPlace(rowIndex, columnIndex);
  const isOutside = !isInScope(column, row.subCriterion.id);
  const isTeams = row.aspect.isJudgedByTeam === true && !isOutside;
  const isClosed = !isCellOpen(column, row.subCriterion.id);
  const titleKey = titleKeyOf({ isOutside, isTeams, isVerified: column.isOpen && isClosed });
  return (
    <div
      role="gridcell"
      aria-colindex={columnIndex + 1}
      aria-selected={isSelected || isActive}
      aria-disabled={ifTrue(isOutside)}
      aria-readonly={ifTrue(isClosed || isTeams)}
      tabIndex={isActive ? 0 : -1}
      className={styles['cell']}
      data-row={rowIndex}
      data-column={columnIndex}
      data-active={ifTrue(isActive)}
      data-selected={ifTrue(isSelected)}
      data-status={cell?.status}
      data-outside={ifTrue(isOutside)}
      data-closed={ifTrue(isClosed)}
      data-team={ifTrue(isTeams)}
      title={titleKey === null ? undefined : t(titleKey)}
    >
      {isOpen ? (
        <CellEditor label={t('training:mark.of', { aspect: row.aspect.code, student: shortName(column) })} />
      ) : (
        <>
          <CellState cell={cell} />
          <CellValue cell={cell} isTeams={isTeams} />
        </>
      )}
    </div>
  );
});
