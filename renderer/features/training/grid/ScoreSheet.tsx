import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconFold,
  IconHandFinger,
  IconLayoutSidebarRight,
  IconLayoutSidebarRightFilled,
} from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CriterionRow } from '#shared/contract/schemes.ts';
import type { AttemptRow } from '#shared/contract/training.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useMayCall } from '../../../client/useAccess.ts';
import { useCompareText, useLanguage } from '../../../i18n/useLanguage.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useMarkSender, useSheet } from '../marks/useMarkSender.ts';
import { AspectPanel } from './AspectPanel.tsx';
import { FaultsDialog } from './FaultsDialog.tsx';
import styles from './ScoreSheet.module.css';
import { SheetContext, useSheetController, useSheetState } from './sheetContext.ts';
import { SheetController } from './sheetController.ts';
import { SheetGrid } from './SheetGrid.tsx';
import { listColumns, markTeams } from './sheetModel.ts';
import type { SheetColumn } from './sheetModel.ts';
import { denseSizes, touchSizes } from './sheetSizes.ts';
import { SheetStatus } from './SheetStatus.tsx';
import { useCellDraft } from './useCellDraft.ts';
import { useSheetViewStore } from './sheetView.store.ts';

/** A column in an order that is not that of names: a competitor, perhaps a team under its own name. */
export interface NamedColumn {
  attemptId: string;
  /** Null: the student's own name. */
  teamName: string | null;
}

interface ScoreSheetProps {
  sessionId: string;
  schemeId: string;
  /** Attempts were just started: the keyboard goes to the first cell, so that the next key is a mark. */
  takesFocus?: boolean;
  /** The keyboard is there now. */
  onFocused?: () => void;
  /** Only these sub-criteria; all when missing. */
  subCriterionIds?: readonly string[];
  /** Only these columns, in this order; all by name when missing. */
  columns?: readonly NamedColumn[];
}

/** Columns in the order that was asked for, teams under their names. */
function arrange(
  columns: readonly SheetColumn[],
  wanted: readonly NamedColumn[] | undefined,
): readonly SheetColumn[] {
  if (wanted === undefined) return columns;
  const byId = new Map(columns.map((column) => [column.attemptId, column]));
  return wanted.flatMap(({ attemptId, teamName }) => {
    const column = byId.get(attemptId);
    if (column === undefined) return [];
    return teamName === null ? column : { ...column, surname: teamName, givenName: '', patronymic: '' };
  });
}

/** The criteria with only the sub-criteria asked for. */
function narrow(
  criteria: RouteOutput<'schemes.get'>['criteria'],
  wanted: readonly string[] | undefined,
): RouteOutput<'schemes.get'>['criteria'] {
  if (wanted === undefined) return criteria;
  return criteria
    .map((criterion) => ({
      ...criterion,
      subCriteria: criterion.subCriteria.filter(({ id }) => wanted.includes(id)),
    }))
    .filter((criterion) => criterion.subCriteria.length > 0);
}

/** What of the attempts the columns are made of, as one text: totals change with each mark, columns do not. */
function columnsKey(attempts: readonly AttemptRow[]): string {
  return JSON.stringify(
    attempts.map(
      ({
        id,
        studentId,
        surname,
        givenName,
        patronymic,
        subCriterionIds,
        status,
        verifiedSubCriterionIds,
      }) => [id, studentId, surname, givenName, patronymic, subCriterionIds, status, verifiedSubCriterionIds],
    ),
  );
}

/** Columns that stay the same objects until a student, a name or a scope changes. */
function useColumns(attempts: readonly AttemptRow[]): readonly SheetColumn[] {
  const compareText = useCompareText();
  const key = columnsKey(attempts);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for what matters of the attempts
  return useMemo(() => listColumns(attempts, compareText), [key, compareText]);
}

/** Criteria that stay the same objects until the scheme or the teams of judges change. */
function useCriteria(
  criteria: readonly CriterionRow[],
  teamSubCriterionIds: readonly string[],
): readonly CriterionRow[] {
  const key = teamSubCriterionIds.toSorted().join(' ');
  return useMemo(() => markTeams(criteria, key === '' ? [] : key.split(' ')), [criteria, key]);
}

/** Buttons above the grid. */
function SheetTools(): ReactNode {
  const { t } = useTranslation();
  const controller = useSheetController();
  const isFolded = useSheetState(({ folded }) => folded.size > 0);
  const { isTouch, isPanelOpen, toggleTouch, togglePanel } = useSheetViewStore();
  const PanelIcon = isPanelOpen ? IconLayoutSidebarRightFilled : IconLayoutSidebarRight;
  const foldLabel = isFolded ? t('training:sheet.unfoldAll') : t('training:sheet.foldAll');
  return (
    <div className={styles['tools']}>
      <Tooltip label={foldLabel}>
        <ActionIcon
          aria-label={foldLabel}
          aria-pressed={isFolded}
          onClick={() => controller.foldAll(!isFolded)}
        >
          <IconFold size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('training:sheet.touch')}>
        <ActionIcon
          aria-label={t('training:sheet.touch')}
          aria-pressed={isTouch}
          variant={isTouch ? 'light' : 'subtle'}
          onClick={toggleTouch}
        >
          <IconHandFinger size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('training:sheet.panelToggle')}>
        <ActionIcon
          aria-label={t('training:sheet.panelToggle')}
          aria-pressed={isPanelOpen}
          onClick={togglePanel}
        >
          <PanelIcon size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

interface OpenSheetProps extends ScoreSheetProps {
  scheme: RouteOutput<'schemes.get'>;
  sheet: RouteOutput<'training.getSheet'>;
}

function OpenSheet(props: OpenSheetProps): ReactNode {
  const { sessionId, schemeId, scheme, sheet, takesFocus = false, onFocused } = props;
  const language = useLanguage();
  const sender = useMarkSender();
  const allColumns = useColumns(sheet.attempts);
  const mayMark = useMayCall('training.setMarks');
  const columns = useMemo(() => {
    const arranged = arrange(allColumns, props.columns);
    return mayMark ? arranged : arranged.map((column) => ({ ...column, isOpen: false }));
  }, [allColumns, props.columns, mayMark]);
  const narrowed = useMemo(
    () => narrow(scheme.criteria, props.subCriterionIds),
    [scheme.criteria, props.subCriterionIds],
  );
  const [controller] = useState(() => new SheetController({ sessionId, schemeId, sender }));
  const { isTouch, isPanelOpen } = useSheetViewStore();
  const sectionNames = useMemo(
    () => new Map(scheme.sections.map((section) => [section.number, section.name])),
    [scheme.sections],
  );
  const criteria = useCriteria(narrowed, sheet.teamSubCriterionIds);
  useLayoutEffect(() => {
    controller.setData({ criteria, columns, marks: sheet.marks });
  }, [controller, criteria, columns, sheet.marks]);
  useLayoutEffect(() => controller.setDecimalSign(language === 'en' ? '.' : ','), [controller, language]);
  useEffect(() => controller.connect(), [controller]);
  useCellDraft(controller, sessionId, schemeId);
  useEffect(() => {
    if (!takesFocus || columns.length === 0) return;
    controller.focus(controller.store.getState().place);
    onFocused?.();
  }, [controller, takesFocus, onFocused, columns]);
  return (
    <SheetContext value={controller}>
      <div className={styles['sheet']} data-touch={isTouch || undefined}>
        <SheetTools />
        <div className={styles['parts']}>
          <SheetGrid label={scheme.title} sizes={isTouch ? touchSizes : denseSizes} />
          {isPanelOpen ? <AspectPanel sectionNames={sectionNames} /> : null}
        </div>
        <Allowed command="training.setMarks">
          <SheetStatus />
        </Allowed>
      </div>
      <FaultsDialog />
    </SheetContext>
  );
}

/** The score grid of one scheme in a session, with the aspect in full beside it. */
export function ScoreSheet(props: ScoreSheetProps): ReactNode {
  const { sessionId, schemeId } = props;
  const scheme = useRouteQuery('schemes.get', { id: schemeId });
  const sheet = useSheet(sessionId, schemeId);
  return (
    <QueryView query={scheme}>
      {(schemeAnswer) => (
        <QueryView query={sheet}>
          {(sheetAnswer) => <OpenSheet {...props} scheme={schemeAnswer} sheet={sheetAnswer} />}
        </QueryView>
      )}
    </QueryView>
  );
}
