import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestBoard } from '#shared/contract/contest.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { useExpertChoices } from '../assessment.queries.ts';
import styles from '../assessment.module.css';
import { BoardMatrix } from './BoardMatrix.tsx';
import { BoardSteps } from './BoardSteps.tsx';
import { boardOfDay, totalBoard } from './boardModel.ts';
import { countDays } from './contestModel.ts';
import { StateOfContest } from './StateOfContest.tsx';

interface SummaryProps {
  boards: readonly ContestBoard[];
  chosenId: string;
  onChoose: (entryId: string) => void;
}

/** Each competency in a line: what is missing, complete, verified. */
function BoardSummary({ boards, chosenId, onChoose }: SummaryProps): ReactNode {
  const { t } = useTranslation();
  const competencyName = useCompetencyName();
  const sums = useMemo(() => new Map(boards.map((board) => [board.entryId, totalBoard(board)])), [boards]);
  const count = (name: 'complete' | 'verified' | 'out') => ({
    id: name,
    header: t(`contest:form_state.${name}`),
    align: 'end' as const,
    cell: (board: ContestBoard) => sums.get(board.entryId)?.counts[name] ?? 0,
  });
  return (
    <SimpleTable
      label={t('contest:board.summary')}
      rows={boards}
      rowKey={(board) => board.entryId}
      columns={[
        {
          id: 'name',
          header: t('contest:entries.competency'),
          cell: (board) => (
            <button
              type="button"
              className={styles['linkButton']}
              aria-pressed={board.entryId === chosenId}
              onClick={() => onChoose(board.entryId)}
            >
              {competencyName(board.competencyId)}
            </button>
          ),
        },
        {
          id: 'missing',
          header: t('contest:board.missingAspects'),
          align: 'end',
          cell: (board) => sums.get(board.entryId)?.missingCount ?? 0,
        },
        {
          id: 'open',
          header: t('contest:board.openForms'),
          align: 'end',
          cell: (board) => {
            const counts = sums.get(board.entryId)?.counts;
            return (counts?.empty ?? 0) + (counts?.partial ?? 0);
          },
        },
        count('complete'),
        count('verified'),
        count('out'),
        {
          id: 'state',
          header: t('contest:list.state'),
          cell: (board) => <StateOfContest state={board.state} />,
        },
      ]}
    />
  );
}

/** For coordinators: what is missing, by competency, sub-criterion and competitor; and the steps that close results. */
export function BoardPanel({ contest }: { contest: RouteOutput<'contest.get'> }): ReactNode {
  const { t } = useTranslation();
  const answer = useRouteQuery('contest.getBoard', { championshipId: contest.id });
  const experts = useExpertChoices();
  const [day, setDay] = useState<number | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [byExpertId, setByExpertId] = useState<string | null>(null);
  return (
    <QueryView query={answer}>
      {({ boards }) => {
        const shown = boards.map((board) => boardOfDay(board, day));
        const first = boards.find((board) => totalBoard(board).missingCount > 0) ?? boards[0];
        const whole = boards.find((board) => board.entryId === chosen) ?? first;
        const current = shown.find((board) => board.entryId === whole?.entryId);
        if (whole === undefined || current === undefined) {
          return <EmptyState title={t('contest:entries.emptyTitle')} text={t('contest:entries.emptyText')} />;
        }
        const missing = shown.reduce((sum, board) => sum + totalBoard(board).missingCount, 0);
        const days = countDays(
          contest,
          boards.flatMap((board) => board.forms.map((form) => form.day)),
        );
        return (
          <div className={styles['stack']}>
            <p role="status">
              {missing === 0
                ? t('contest:board.nothingMissing')
                : t('contest:board.missing', { count: missing })}
            </p>
            <div className={styles['row']}>
              <Select
                label={t('contest:board.day')}
                data={[
                  { value: '', label: t('contest:board.allDays') },
                  ...Array.from({ length: days }, (_, index) => ({
                    value: String(index + 1),
                    label: t('contest:board.dayNumber', { number: index + 1 }),
                  })),
                ]}
                value={day === null ? '' : String(day)}
                allowDeselect={false}
                onChange={(value) => setDay(value === null || value === '' ? null : Number(value))}
              />
              <Allowed command="contest.freeze">
                <Select
                  className={styles['grow'] ?? ''}
                  label={t('contest:board.who')}
                  description={t('contest:board.whoHint')}
                  data={[...experts]}
                  value={byExpertId}
                  searchable
                  clearable
                  onChange={setByExpertId}
                />
              </Allowed>
            </div>
            <BoardSummary boards={shown} chosenId={whole.entryId} onChoose={setChosen} />
            <BoardMatrix
              championshipId={contest.id}
              board={current}
              steps={<BoardSteps key={whole.entryId} board={whole} byExpertId={byExpertId} />}
            />
          </div>
        );
      }}
    </QueryView>
  );
}
