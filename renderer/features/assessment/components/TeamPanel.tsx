import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgeConflict } from '#shared/contract/assessment.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed, EditOnly } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { listForms, useExpertChoices, type Choice } from '../assessment.queries.ts';
import styles from '../assessment.module.css';
import { ConflictNotice, useConflictReason } from './ConflictNotice.tsx';

interface TeamPanelProps {
  sessionId: string;
  session: RouteOutput<'training.getSession'>;
  scheme: RouteOutput<'schemes.get'>;
}

interface TeamEditorProps {
  sessionId: string;
  teams: RouteOutput<'assessment.getTeams'>['teams'];
  conflicts: readonly JudgeConflict[];
  forms: readonly Choice[];
}

/** Judges of the whole session, or of one sub-criterion; stored at each change. */
function TeamEditor({ sessionId, teams, conflicts, forms }: TeamEditorProps): ReactNode {
  const { t } = useTranslation();
  const experts = useExpertChoices();
  const setTeam = useCommand('assessment.setTeam');
  const [formId, setFormId] = useState<string | null>(null);
  const own = teams.find((team) => team.subCriterionId === formId)?.members ?? [];
  const judgeIds = own.filter((member) => member.role === 'judge').map((member) => member.expertId);
  const supervisorId = own.find((member) => member.role === 'supervisor')?.expertId ?? null;
  const store = (patch: { judgeIds?: string[]; supervisorId?: string | null }): void =>
    setTeam.mutate({ sessionId, subCriterionId: formId, judgeIds, supervisorId, ...patch });
  return (
    <div className={styles['stack']}>
      <Select
        label={t('assessment:team.scope')}
        data={[{ value: '', label: t('assessment:team.whole') }, ...forms]}
        value={formId ?? ''}
        allowDeselect={false}
        onChange={(value) => setFormId(value === '' ? null : value)}
      />
      <EditOnly command="assessment.setTeam">
        <MultiSelect
          label={t('assessment:team.judges')}
          description={t('assessment:team.judgesHint')}
          data={[...experts]}
          value={judgeIds}
          searchable
          onChange={(ids) => store({ judgeIds: ids })}
        />
      </EditOnly>
      <ConflictNotice conflicts={conflicts.filter((one) => judgeIds.includes(one.expertId))} />
      <EditOnly command="assessment.setTeam">
        <Select
          label={t('assessment:team.supervisor')}
          description={t('assessment:team.supervisorHint')}
          data={[...experts]}
          value={supervisorId}
          searchable
          clearable
          onChange={(value) => store({ supervisorId: value })}
        />
      </EditOnly>
    </div>
  );
}

interface ConflictEditorProps {
  conflicts: readonly JudgeConflict[];
  students: readonly Choice[];
}

/** Only what was declared can be withdrawn. */
function WithdrawButton({ id }: { id: string | null }): ReactNode {
  const { t } = useTranslation();
  const withdraw = useCommand('assessment.withdrawConflict', { offerUndo: true });
  if (id === null) return null;
  return (
    <Allowed command="assessment.withdrawConflict">
      <Button variant="subtle" size="compact-sm" onClick={() => withdraw.mutate({ id })}>
        {t('common:action.remove')}
      </Button>
    </Allowed>
  );
}

/** Who may not judge whom, and why. */
function ConflictEditor({ conflicts, students }: ConflictEditorProps): ReactNode {
  const { t } = useTranslation();
  const experts = useExpertChoices();
  const reasonOf = useConflictReason();
  const declare = useCommand('assessment.declareConflict');
  const [expertId, setExpertId] = useState<string | null>(null);
  const [studentId, setStudentId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const add = (): void => {
    if (expertId === null || studentId === null || reason.trim() === '') return;
    declare.mutate({ expertId, studentId, reason }, { onSuccess: () => setReason('') });
  };
  return (
    <div className={styles['stack']}>
      <p className={styles['soft']}>{t('assessment:conflict.hint')}</p>
      {conflicts.map((conflict) => (
        <div key={`${conflict.expertId} ${conflict.studentId}`} className={styles['sum']}>
          <span>
            {t('assessment:conflict.line', { judge: conflict.expertName, student: conflict.studentName })}
            <span className={styles['soft']}> · {reasonOf(conflict)}</span>
          </span>
          <WithdrawButton id={conflict.id} />
        </div>
      ))}
      <Allowed command="assessment.declareConflict">
        <div className={styles['row']}>
          <Select
            label={t('assessment:conflict.judge')}
            data={[...experts]}
            value={expertId}
            searchable
            onChange={setExpertId}
          />
          <Select
            label={t('assessment:conflict.student')}
            data={[...students]}
            value={studentId}
            searchable
            onChange={setStudentId}
          />
          <TextInput
            className={styles['grow'] ?? ''}
            label={t('assessment:conflict.reason')}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={expertId === null || studentId === null || reason.trim() === ''}
            onClick={add}
          >
            {t('assessment:conflict.declare')}
          </Button>
        </div>
      </Allowed>
    </div>
  );
}

/** Who marks, and who may not mark whom. */
export function TeamPanel({ sessionId, session, scheme }: TeamPanelProps): ReactNode {
  const { t } = useTranslation();
  const teams = useRouteQuery('assessment.getTeams', { sessionId });
  const students = new Map(
    session.attempts.flatMap((attempt): [id: string, name: string][] =>
      attempt.memberIds.length === 0
        ? [[attempt.studentId, fullName(attempt)]]
        : attempt.memberIds.map((id, index) => [id, attempt.memberNames[index] ?? '']),
    ),
  );
  return (
    <QueryView query={teams}>
      {(data) => (
        <div className={styles['stack']}>
          <Card title={t('assessment:team.title')}>
            <TeamEditor
              sessionId={sessionId}
              teams={data.teams}
              conflicts={data.conflicts}
              forms={listForms(scheme)}
            />
          </Card>
          <Card title={t('assessment:conflict.title')}>
            <ConflictEditor
              conflicts={data.conflicts}
              students={[...students].map(([value, label]) => ({ value, label }))}
            />
          </Card>
        </div>
      )}
    </QueryView>
  );
}
