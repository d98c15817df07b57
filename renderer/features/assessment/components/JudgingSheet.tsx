import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgedCell } from '#shared/contract/assessment.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { AspectRow } from '#shared/contract/schemes.ts';
import type { AttemptRow } from '#shared/contract/training.ts';
import { isOpenForMarks } from '#shared/domain/assessment/attemptLife.ts';
import { Allowed, EditOnly } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { useExpertChoices } from '../assessment.queries.ts';
import styles from '../assessment.module.css';
import { ConflictNotice } from './ConflictNotice.tsx';

type Judging = RouteOutput<'assessment.getJudging'>;
type Names = ReadonlyMap<string, string>;

interface CellProps {
  cell: JudgedCell;
  viewerId: string | null;
  names: Names;
}

/** How an aspect stands: who is missing, or the mark; what is hidden stays hidden. */
function CellState({ cell, names }: CellProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { state } = cell;
  switch (state.kind) {
    case 'no_judges':
      return null;
    case 'waiting':
      return (
        <span className={styles['soft']}>
          {t('assessment:judging.waiting', {
            names: state.missing.map((id) => names.get(id) ?? '').join(', '),
          })}
        </span>
      );
    case 'spread':
      return (
        <StatusBadge tone="warn">
          {t('assessment:judging.spread', { scores: state.scores.join(', '), round: state.round })}
        </StatusBadge>
      );
    case 'agreed':
      return (
        <StatusBadge tone="good">
          {t('assessment:judging.agreed', {
            scores: state.scores.join(', '),
            mark: format.hundredths(state.markHundredths),
          })}
        </StatusBadge>
      );
  }
}

/** Scores of earlier rounds with their notes: both rounds are kept. */
function FormerRounds({ cell, names }: CellProps): ReactNode {
  const { t } = useTranslation();
  const { state } = cell;
  if (state.kind === 'no_judges') return null;
  const former = cell.scores.filter((score) => score.round < state.round);
  return former.map((score) => (
    <div key={`${score.expertId} ${score.round}`} className={styles['soft']}>
      {t('assessment:judging.former', {
        round: score.round,
        judge: names.get(score.expertId) ?? '',
        score: score.score,
      })}
      {score.note === '' ? null : ` · ${score.note}`}
    </div>
  ));
}

/** The score of the judge who is at the screen: one press, one score. */
function ScoreEntry({ cell, viewerId }: CellProps): ReactNode {
  const { t } = useTranslation();
  const score = useCommand('assessment.scoreAspect');
  const [note, setNote] = useState('');
  const { state } = cell;
  if (viewerId === null || state.kind === 'no_judges') return null;
  const own = cell.scores.find((one) => one.expertId === viewerId && one.round === state.round);
  const needsNote = state.kind === 'spread' || state.kind === 'agreed';
  const isBlocked = needsNote && note.trim() === '';
  const store = (value: string): void => {
    const given = Number(value) as 0 | 1 | 2 | 3;
    if (own?.score === given) return;
    score.mutate(
      { attemptId: cell.attemptId, aspectId: cell.aspectId, expertId: viewerId, score: given, note },
      { onSuccess: () => setNote('') },
    );
  };
  return (
    <div className={styles['row']}>
      <EditOnly command="assessment.scoreAspect">
        <SegmentedControl
          aria-label={t('assessment:judging.score')}
          data={['0', '1', '2', '3']}
          value={own === undefined ? '' : String(own.score)}
          disabled={isBlocked}
          onChange={store}
        />
      </EditOnly>
      {needsNote ? (
        <EditOnly command="assessment.scoreAspect">
          <TextInput
            className={styles['grow'] ?? ''}
            label={t('assessment:judging.note')}
            value={note}
            maxLength={200}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </EditOnly>
      ) : null}
    </div>
  );
}

/** A judge with a conflict, and the choice of who takes the place. */
function Replacement({
  attemptId,
  outExpertId,
  names,
}: {
  attemptId: string;
  outExpertId: string;
  names: Names;
}): ReactNode {
  const { t } = useTranslation();
  const replace = useCommand('assessment.replaceJudge');
  const experts = useExpertChoices();
  const [inExpertId, setInExpertId] = useState<string | null>(null);
  return (
    <div className={styles['row']}>
      <Allowed command="assessment.replaceJudge">
        <Select
          className={styles['grow'] ?? ''}
          label={t('assessment:conflict.replace', { judge: names.get(outExpertId) ?? '' })}
          data={experts.filter((expert) => expert.value !== outExpertId)}
          value={inExpertId}
          searchable
          onChange={setInExpertId}
        />
      </Allowed>
      <Allowed command="assessment.replaceJudge">
        <Button
          variant="default"
          disabled={inExpertId === null}
          onClick={() => inExpertId !== null && replace.mutate({ attemptId, outExpertId, inExpertId })}
        >
          {t('assessment:conflict.replaceButton')}
        </Button>
      </Allowed>
    </div>
  );
}

interface JudgingSheetProps {
  data: Judging;
  attempts: readonly AttemptRow[];
  aspects: readonly AspectRow[];
  viewerId: string | null;
  names: Names;
}

/** Each competitor with the judged aspects of the form. */
export function JudgingSheet({ data, attempts, aspects, viewerId, names }: JudgingSheetProps): ReactNode {
  const { t } = useTranslation();
  const rows = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const cells = new Map(data.cells.map((cell) => [`${cell.attemptId} ${cell.aspectId}`, cell]));
  if (aspects.length === 0) return <p className={styles['soft']}>{t('assessment:judging.noAspects')}</p>;
  return data.attempts.map(({ attemptId, judges, needReplacement, conflicts }) => {
    const attempt = rows.get(attemptId);
    const isClosed = attempt !== undefined && !isOpenForMarks(attempt.status);
    const mayScore = viewerId !== null && judges.includes(viewerId) && !isClosed;
    return (
      <Card key={attemptId} title={attempt ? fullName(attempt) : ''}>
        <ConflictNotice conflicts={conflicts.filter((one) => needReplacement.includes(one.expertId))} />
        {needReplacement.map((expertId) => (
          <Replacement key={expertId} attemptId={attemptId} outExpertId={expertId} names={names} />
        ))}
        {isClosed ? <p className={styles['soft']}>{t('training:attempt.closed')}</p> : null}
        {viewerId !== null && !needReplacement.includes(viewerId) && !judges.includes(viewerId) ? (
          <p className={styles['soft']}>{t('assessment:conflict.stepsAside')}</p>
        ) : null}
        {aspects.map((aspect) => {
          const cell = cells.get(`${attemptId} ${aspect.id}`);
          return cell === undefined ? null : (
            <div key={aspect.id} className={styles['leaf']}>
              <div className={styles['sum']}>
                <span>
                  {aspect.code} · {aspect.description}
                </span>
                <CellState cell={cell} viewerId={viewerId} names={names} />
              </div>
              <FormerRounds cell={cell} viewerId={viewerId} names={names} />
              {aspect.descriptors.length === 0 ? null : (
                <details className={styles['soft']}>
                  <summary>{t('assessment:judging.ladder')}</summary>
                  {aspect.descriptors.map((descriptor) => (
                    <div key={descriptor.score}>
                      {descriptor.score} – {descriptor.text}
                    </div>
                  ))}
                </details>
              )}
              {mayScore ? <ScoreEntry cell={cell} viewerId={viewerId} names={names} /> : null}
            </div>
          );
        })}
      </Card>
    );
  });
}
