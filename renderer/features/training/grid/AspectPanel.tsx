import { Button, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AspectRow } from '#shared/contract/schemes.ts';
import {
  MARK_SIGN,
  NOT_ATTEMPTED_KEY,
  NOT_ATTEMPTED_SIGN,
  takesMeasured,
} from '#shared/domain/training/markText.ts';
import { useMayCall } from '../../../client/useAccess.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from './AspectPanel.module.css';
import { ColumnTotal } from './ColumnTotal.tsx';
import { MeasuredHint } from './MeasuredHint.tsx';
import { useSheetController, useSheetState } from './sheetContext.ts';
import { cellAt, isCellOpen } from './sheetModel.ts';
import type { SheetAspect } from './sheetModel.ts';
import type { ShownCell } from './shownCells.ts';

interface AspectPanelProps {
  /** Names of the standard's sections by number. */
  sectionNames: ReadonlyMap<number, string>;
}

interface ScoreButtonsProps {
  aspect: AspectRow;
  cell: ShownCell;
  onEnter: (text: string) => void;
}

interface LadderProps extends ScoreButtonsProps {
  /** The levels are only read: the score is not given here. */
  isReadOnly?: boolean;
}

/** The four levels of a judgement, each a button that gives its score. */
function Ladder({ aspect, cell, onEnter, isReadOnly = false }: LadderProps): ReactNode {
  const { t } = useTranslation();
  const given = cell.entry?.kind === 'score' ? cell.entry.score : null;
  return (
    <ol className={styles['ladder']} start={0}>
      {[0, 1, 2, 3].map((score) => {
        const text = aspect.descriptors.find((descriptor) => descriptor.score === score)?.text ?? '';
        return (
          <li key={score}>
            <button
              type="button"
              className={styles['level']}
              aria-pressed={given === score}
              disabled={isReadOnly}
              onClick={() => onEnter(String(score))}
            >
              <span className={styles['levelScore']}>{score}</span>
              <span className={styles['levelText']}>
                {text === '' ? t(`training:sheet.level.${score}`) : text}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** The same one-key entries for the mouse and for fingers. */
function QuickEntries({ aspect, cell, onEnter }: ScoreButtonsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const isFull = cell.entry?.kind === 'points' && cell.entry.markHundredths === aspect.maxHundredths;
  const isZero = cell.entry?.kind === 'points' && cell.entry.markHundredths === 0;
  return (
    <div className={styles['quick']}>
      {aspect.kind === 'measurement' ? (
        <>
          <button type="button" className={styles['key']} aria-pressed={isFull} onClick={() => onEnter('+')}>
            <strong>{format.shortHundredths(aspect.maxHundredths)}</strong>
            <span>{t('training:legend.full')}</span>
          </button>
          <button
            type="button"
            className={styles['key']}
            aria-pressed={isZero}
            onClick={() => onEnter(takesMeasured(aspect) ? `${MARK_SIGN}0` : '0')}
          >
            <strong>0</strong>
            <span>{t('training:legend.zero')}</span>
          </button>
        </>
      ) : null}
      <button
        type="button"
        className={styles['key']}
        aria-pressed={cell.entry?.kind === 'not_attempted'}
        onClick={() => onEnter(NOT_ATTEMPTED_KEY)}
      >
        <strong>{NOT_ATTEMPTED_SIGN}</strong>
        <span>{t('training:legend.notAttempted')}</span>
      </button>
    </div>
  );
}

function AspectText({ aspect, sectionNames }: { aspect: AspectRow } & AspectPanelProps): ReactNode {
  const { t } = useTranslation();
  const { sectionNumber } = aspect;
  const sectionName = sectionNumber === null ? '' : (sectionNames.get(sectionNumber) ?? '');
  return (
    <>
      <p className={styles['description']}>{aspect.description}</p>
      {aspect.extraDescription === '' ? null : <p className={styles['extra']}>{aspect.extraDescription}</p>}
      {aspect.extraRows.length === 0 ? null : (
        <ul className={styles['extraRows']}>
          {aspect.extraRows.map((text, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      )}
      <dl className={styles['facts']}>
        {aspect.requirement === '' ? null : (
          <>
            <dt>{t('training:sheet.requirement')}</dt>
            <dd>{aspect.requirement}</dd>
          </>
        )}
        {sectionNumber === null ? null : (
          <>
            <dt>{t('training:sheet.section')}</dt>
            <dd>{sectionName === '' ? sectionNumber : `${sectionNumber}. ${sectionName}`}</dd>
          </>
        )}
      </dl>
    </>
  );
}

interface EntriesProps extends ScoreButtonsProps {
  aspect: SheetAspect;
  /** False: the result is closed. */
  isOpen: boolean;
}

/** Why nothing is typed here, and where to go. */
function Elsewhere({ view, text, link }: { view: string; text: string; link: string }): ReactNode {
  const { sessionId } = useSheetController();
  return (
    <div className={styles['elsewhere']} role="status">
      <p>{text}</p>
      <Button component={Link} href={`/assessment/${sessionId}/${view}`} variant="light" size="compact-md">
        {link}
      </Button>
    </div>
  );
}

/** What can be given to the cell, how a measured value became its mark, and the levels of a judgement. */
function Entries({ isOpen, ...entries }: EntriesProps): ReactNode {
  const { t } = useTranslation();
  const { aspect } = entries;
  const mayMark = useMayCall('training.setMarks');
  const isTeams = aspect.isJudgedByTeam === true;
  const isReadOnly = !isOpen || isTeams;
  const told = isOpen ? 'team' : 'closed';
  return (
    <>
      {isReadOnly && !mayMark ? <p className={styles['hint']}>{t('common:readOnly')}</p> : null}
      {isReadOnly && mayMark ? (
        <Elsewhere
          view={isOpen ? 'judging' : 'results'}
          text={t(`training:elsewhere.${told}`)}
          link={t(`training:elsewhere.${told}Link`)}
        />
      ) : null}
      {aspect.kind === 'judgement' ? (
        <Ladder {...entries} isReadOnly={isReadOnly} />
      ) : (
        <MeasuredHint {...entries} isReadOnly={isReadOnly} />
      )}
      {isReadOnly ? null : <QuickEntries {...entries} />}
    </>
  );
}

/** What the aspect of the keyboard's place asks for, in full: what the grid has no room for. */
export function AspectPanel({ sectionNames }: AspectPanelProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const controller = useSheetController();
  const row = useSheetState(({ model, place }) => model.rows[place.row]);
  const place = useSheetState((state) => state.place);
  useSheetState((state) => state.cells);
  if (row?.kind !== 'aspect') {
    return (
      <aside className={styles['panel']} aria-label={t('training:sheet.panel')}>
        <p className={styles['hint']}>{t('training:sheet.panelHint')}</p>
        <ColumnTotal />
      </aside>
    );
  }
  const { aspect } = row;
  const cell = cellAt(controller.model, place);
  const entries = {
    aspect,
    cell: controller.cell(place),
    onEnter: (text: string) => void controller.enterEverywhere(text),
  };
  return (
    <aside className={styles['panel']} aria-label={t('training:sheet.panel')}>
      <div className={styles['title']}>
        <h2 className={styles['code']}>{aspect.code}</h2>
        <StatusBadge tone={aspect.kind === 'judgement' ? 'warn' : 'info'}>
          {t(`training:kind.${aspect.kind}`)}
        </StatusBadge>
        <span className={styles['max']}>
          <VisuallyHidden>{t('training:sheet.maximum')}</VisuallyHidden>
          {format.hundredths(aspect.maxHundredths)}
        </span>
      </div>
      <AspectText aspect={aspect} sectionNames={sectionNames} />
      <ColumnTotal />
      {cell === null ? null : (
        <Entries {...entries} aspect={row.aspect} isOpen={isCellOpen(cell.column, row.subCriterion.id)} />
      )}
    </aside>
  );
}
