import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteInput, RouteOutput } from '#shared/contract/registry.ts';
import type { AspectRow } from '#shared/contract/schemes.ts';
import { isOpenForMarks } from '#shared/domain/assessment/attemptLife.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from '../assessment.module.css';
import { MeasuredField } from './MeasuredField.tsx';

type Entry = NonNullable<RouteInput<'training.setMarks'>['marks'][number]['entry']>;

interface EntryFieldProps {
  aspect: AspectRow;
  onChange: (entry: Entry | null) => void;
}

/** The new value: a score, what was measured, or that it was not attempted. */
function EntryField({ aspect, onChange }: EntryFieldProps): ReactNode {
  const { t } = useTranslation();
  const [isLeftOut, setLeftOut] = useState(false);
  const [score, setScore] = useState('');
  return (
    <>
      {isLeftOut ? null : aspect.kind === 'judgement' ? (
        <SegmentedControl
          aria-label={t('assessment:judging.score')}
          data={['0', '1', '2', '3']}
          value={score}
          onChange={(value) => {
            setScore(value);
            onChange({ kind: 'score', score: Number(value) });
          }}
        />
      ) : (
        <MeasuredField aspect={aspect} onChange={onChange} />
      )}
      <Checkbox
        label={t('assessment:rule.not_attempted')}
        checked={isLeftOut}
        onChange={(event) => {
          setLeftOut(event.currentTarget.checked);
          setScore('');
          onChange(event.currentTarget.checked ? { kind: 'not_attempted' } : null);
        }}
      />
    </>
  );
}

interface CorrectionPanelProps {
  attemptId: string;
  data: RouteOutput<'assessment.explainAttempt'>;
}

/** Corrects one mark with the reason why: old, new, who, when and why stay in the history. */
export function CorrectionPanel({ attemptId, data }: CorrectionPanelProps): ReactNode {
  const { t } = useTranslation();
  const scheme = useRouteQuery('schemes.get', { id: data.schemeId });
  const correct = useCommand('training.setMarks');
  const [aspectId, setAspectId] = useState<string | null>(null);
  const [entry, setEntry] = useState<Entry | null>(null);
  const [reason, setReason] = useState('');
  const [stored, setStored] = useState(0);
  if (!isOpenForMarks(data.state)) {
    return <Notice title={t('errors:attempt_closed')} />;
  }
  const send = (): void => {
    if (aspectId === null || entry === null || reason.trim() === '') return;
    correct.mutate(
      { marks: [{ attemptId, aspectId, entry }], reason },
      {
        onSuccess: () => {
          setReason('');
          setEntry(null);
          setStored((count) => count + 1);
        },
      },
    );
  };
  return (
    <QueryView query={scheme}>
      {({ criteria }) => {
        const forms = criteria.flatMap((criterion) => criterion.subCriteria);
        const aspect = forms.flatMap((form) => form.aspects).find((one) => one.id === aspectId);
        return (
          <div className={styles['stack']}>
            <p className={styles['soft']}>{t('assessment:correction.hint')}</p>
            <Select
              label={t('assessment:pairs.aspect')}
              searchable
              data={forms.map((form) => ({
                group: `${form.code} ${form.name}`.trim(),
                items: form.aspects.map((one) => ({
                  value: one.id,
                  label: `${one.code} ${one.description}`,
                })),
              }))}
              value={aspectId}
              onChange={(value) => {
                setAspectId(value);
                setEntry(null);
              }}
            />
            {aspect === undefined ? null : (
              <Allowed command="training.setMarks" key={`${aspect.id} ${stored}`}>
                <EntryField aspect={aspect} onChange={setEntry} />
              </Allowed>
            )}
            <Allowed command="training.setMarks">
              <TextInput
                label={t('assessment:correction.why')}
                withAsterisk
                value={reason}
                maxLength={200}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </Allowed>
            <div className={styles['row']}>
              <Allowed command="training.setMarks">
                <Button
                  disabled={aspectId === null || entry === null || reason.trim() === ''}
                  loading={correct.isPending}
                  onClick={send}
                >
                  {t('assessment:correction.store')}
                </Button>
              </Allowed>
              <span role="status" className={styles['soft']}>
                {stored > 0 ? t('assessment:correction.stored') : null}
              </span>
            </div>
          </div>
        );
      }}
    </QueryView>
  );
}
