import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ContestBoard } from '#shared/contract/contest.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { Card } from '../../../ui/Page.tsx';
import { CompetitorName } from '../components/CompetitorName.tsx';
import { StateBadge } from '../components/StateBadge.tsx';
import styles from '../assessment.module.css';

/** A sign besides the colour: the state is read without colours too. */
const signs = { empty: '–', partial: '', complete: '●', verified: '✓', out: '×' } as const;

interface BoardMatrixProps {
  championshipId: string;
  board: ContestBoard;
  /** Steps that can be taken with the competency. */
  steps: ReactNode;
}

/** Competitors down, sub-criteria across; each cell says how far it is and leads to its marks. */
export function BoardMatrix({ championshipId, board, steps }: BoardMatrixProps): ReactNode {
  const { t } = useTranslation();
  const competencyName = useCompetencyName();
  const base = `/contests/${championshipId}/competency/${board.entryId}`;
  const name = competencyName(board.competencyId);
  if (board.forms.length === 0 || board.competitors.length === 0) {
    return (
      <Card title={name}>
        <p className={styles['soft']}>
          {board.forms.length === 0 ? t('contest:board.noForms') : t('contest:next.competitors')}{' '}
          <Link href={base}>{t('contest:board.prepare')}</Link>
        </p>
      </Card>
    );
  }
  return (
    <Card title={name}>
      <div className={styles['stack']}>
        {steps}
        <div className={styles['scroll']}>
          <table className={styles['board']} aria-label={t('contest:board.matrix', { name })}>
            <thead>
              <tr>
                <th scope="col">{t('contest:competitors.number')}</th>
                <th scope="col">{t('contest:competitors.competitor')}</th>
                {board.forms.map((form) => (
                  <th key={form.subCriterionId} scope="col" title={form.name}>
                    {form.code}
                    <div className={styles['soft']}>
                      {form.day === null ? '–' : t('contest:board.dayNumber', { number: form.day })}
                    </div>
                  </th>
                ))}
                <th scope="col">{t('assessment:results.state')}</th>
              </tr>
            </thead>
            <tbody>
              {board.competitors.map((competitor) => (
                <tr key={competitor.id}>
                  <td className={styles['number']}>{competitor.position}</td>
                  <th scope="row">
                    <CompetitorName
                      label={competitor.label}
                      memberNames={competitor.members.map((member) => member.name)}
                    />
                  </th>
                  {competitor.cells.map((cell, index) => {
                    const form = board.forms[index];
                    const state = t(`contest:form_state.${cell.state}`);
                    const text = cell.state === 'partial' ? `−${cell.missing}` : signs[cell.state];
                    const label = `${competitor.label}, ${form?.code ?? ''}: ${state}${
                      cell.missing > 0 && cell.state !== 'out'
                        ? `, ${t('contest:board.missing', { count: cell.missing })}`
                        : ''
                    }`;
                    return (
                      <td key={form?.subCriterionId} className={styles['boardCell']} data-state={cell.state}>
                        <Link
                          href={`${base}/marks/${form?.subCriterionId ?? ''}`}
                          aria-label={label}
                          title={label}
                        >
                          {text}
                        </Link>
                      </td>
                    );
                  })}
                  <td>{competitor.state === null ? '–' : <StateBadge state={competitor.state} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={styles['soft']}>{t('contest:board.legend')}</p>
      </div>
    </Card>
  );
}
