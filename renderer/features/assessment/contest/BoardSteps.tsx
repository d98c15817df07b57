import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestBoard } from '#shared/contract/contest.ts';
import { isReadyToFreeze } from '#shared/domain/assessment/contest.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import styles from '../assessment.module.css';
import { readyFor } from './boardModel.ts';

interface BoardStepsProps {
  board: ContestBoard;
  /** Who takes the steps; null: not said yet. */
  byExpertId: string | null;
}

/** Opening closed results again: only with a reason, which stays on record. */
function Reopen({ board, byExpertId }: BoardStepsProps): ReactNode {
  const { t } = useTranslation();
  const reopen = useCommand('contest.reopen');
  const [reason, setReason] = useState('');
  return (
    <>
      <TextInput
        className={styles['grow'] ?? ''}
        label={t('contest:step.reopenReason')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={reason.trim() === ''}
        loading={reopen.isPending}
        onClick={() => reopen.mutate({ entryId: board.entryId, reason, byExpertId })}
      >
        {t('contest:step.reopen')}
      </Button>
    </>
  );
}

/** Completing and verifying all at once, freezing, publishing, reopening. */
export function BoardSteps({ board, byExpertId }: BoardStepsProps): ReactNode {
  const { t } = useTranslation();
  const change = useCommand('assessment.changeStates');
  const freeze = useCommand('contest.freeze');
  const publish = useCommand('contest.publish');
  const entryIds = [board.entryId];
  if (board.state !== 'open') {
    return (
      <div className={styles['row']}>
        {board.state === 'frozen' ? (
          <Allowed command="contest.publish">
            <Button loading={publish.isPending} onClick={() => publish.mutate({ entryIds, byExpertId })}>
              {t('contest:step.publish')}
            </Button>
          </Allowed>
        ) : null}
        <Allowed command="contest.reopen">
          <Reopen board={board} byExpertId={byExpertId} />
        </Allowed>
      </div>
    );
  }
  const isReady = board.competitors.every((one) => one.state !== null && isReadyToFreeze(one.state));
  return (
    <div className={styles['row']}>
      {(['complete', 'verify'] as const).map((step) => {
        const attemptIds = readyFor(board, step);
        return (
          <Allowed command="assessment.changeStates" key={step}>
            <Button
              variant="default"
              disabled={attemptIds.length === 0}
              loading={change.isPending}
              onClick={() => change.mutate({ attemptIds, step, byExpertId, reason: '' })}
            >
              {t(`contest:step.${step}`, { number: attemptIds.length })}
            </Button>
          </Allowed>
        );
      })}
      <Allowed command="contest.freeze">
        <Button
          disabled={!isReady}
          loading={freeze.isPending}
          onClick={() => freeze.mutate({ entryIds, byExpertId })}
        >
          {t('contest:step.freeze')}
        </Button>
      </Allowed>
    </div>
  );
}
