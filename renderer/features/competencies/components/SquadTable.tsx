import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconChartLine, IconUserMinus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CandidateRow } from '#shared/contract/competencies.ts';
import { Allowed, EditOnly, Readable } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { useCompareText, useFormat } from '../../../i18n/useLanguage.ts';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import type { Competency } from '../competencies.queries.ts';
import { WHOLE, candidateStatuses } from '../competencyChoices.ts';
import styles from './CompetencyPage.module.css';

interface SquadTableProps {
  competency: Competency;
  candidates: readonly CandidateRow[];
}

/** Candidates of a competency; state and own target are stored as soon as they are changed. */
export function SquadTable({ competency, candidates }: SquadTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const compareText = useCompareText();
  const update = useCommand('competencies.updateCandidate');
  const remove = useCommand('competencies.removeCandidate', { offerUndo: true });
  const rows = useMemo(
    () => [...candidates].sort((a, b) => compareText(fullName(a), fullName(b))),
    [candidates, compareText],
  );
  const change = (row: CandidateRow, part: Partial<CandidateRow>): void => {
    const { id, status, targetHundredths, notes } = { ...row, ...part };
    update.mutate({ id, status, targetHundredths, notes });
  };
  const ownTarget = competency.targetHundredths;
  return (
    <SimpleTable
      label={t('competencies:squad.label')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name',
          header: t('competencies:candidate.name'),
          cell: (row) => (
            <>
              <Link href={`/students/${row.studentId}`}>{fullName(row)}</Link>
              {row.groupName === '' ? null : <span className={styles['group']}>{row.groupName}</span>}
            </>
          ),
        },
        {
          id: 'status',
          header: t('competencies:candidate.status'),
          width: 152,
          cell: (row) => (
            <EditOnly command="competencies.updateCandidate">
              <Select
                size="xs"
                aria-label={t('competencies:candidate.statusOf', { name: fullName(row) })}
                data={candidateStatuses.map((value) => ({ value, label: t(`competencies:status.${value}`) }))}
                value={row.status}
                onChange={(status) => status !== null && change(row, { status })}
                allowDeselect={false}
              />
            </EditOnly>
          ),
        },
        {
          id: 'target',
          header: t('competencies:candidate.target'),
          width: 86,
          cell: (row) => (
            <EditOnly command="competencies.updateCandidate">
              <HundredthsField
                label={t('competencies:candidate.targetOf', { name: fullName(row) })}
                isLabelHidden
                width={76}
                isSmall
                unit="%"
                maximum={WHOLE}
                placeholder={ownTarget === null ? '' : format.shortHundredths(ownTarget)}
                value={row.targetHundredths}
                onCommit={(targetHundredths) => change(row, { targetHundredths })}
              />
            </EditOnly>
          ),
        },
        {
          id: 'attempts',
          header: t('competencies:candidate.attempts'),
          align: 'end',
          width: 70,
          cell: (row) => row.attemptCount,
        },
        {
          id: 'last',
          header: t('competencies:candidate.last'),
          width: 96,
          cell: (row) => (row.lastSessionDate === null ? null : format.day(row.lastSessionDate)),
        },
        {
          id: 'actions',
          header: t('competencies:candidate.actions'),
          width: 76,
          cell: (row) => <RowActions row={row} onRemove={() => remove.mutate({ id: row.id })} />,
        },
      ]}
    />
  );
}

function RowActions({ row, onRemove }: { row: CandidateRow; onRemove: () => void }): ReactNode {
  const { t } = useTranslation();
  const name = fullName(row);
  return (
    <ActionIcon.Group>
      <Readable permission="progress.read">
        <Tooltip label={t('competencies:candidate.progress')}>
          <ActionIcon
            component={Link}
            href={`/progress/${row.competencyId}/${row.studentId}`}
            aria-label={t('competencies:candidate.progressOf', { name })}
          >
            <IconChartLine size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Readable>
      <Allowed command="competencies.removeCandidate">
        <Tooltip label={t('competencies:candidate.remove')}>
          <ActionIcon onClick={onRemove} aria-label={t('competencies:candidate.removeOf', { name })}>
            <IconUserMinus size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Allowed>
    </ActionIcon.Group>
  );
}
