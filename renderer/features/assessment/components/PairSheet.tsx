import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteInput, RouteOutput } from '#shared/contract/registry.ts';
import type { AspectRow } from '#shared/contract/schemes.ts';
import type { AttemptRow } from '#shared/contract/training.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from '../assessment.module.css';
import { MeasuredField } from './MeasuredField.tsx';

interface PairSheetProps {
  data: RouteOutput<'assessment.getJudging'>;
  attempts: readonly AttemptRow[];
  aspects: readonly AspectRow[];
}

type Pair = 'first' | 'second';
type Entry = RouteInput<'assessment.setPairReading'>['entry'];

function PairState({ state }: { state: PairSheetProps['data']['dual'][number] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const mark = format.hundredths(state.markHundredths ?? 0);
  return (
    <div role="status">
      <StatusBadge tone={state.kind === 'agreed' ? 'good' : state.kind === 'differs' ? 'warn' : 'calm'}>
        {t(`assessment:pairs.${state.kind}`, { round: state.round, mark })}
      </StatusBadge>
      {state.readings.map((reading) => (
        <div key={`${reading.pair} ${reading.round}`} className={styles['soft']}>
          {t('assessment:pairs.reading', {
            round: reading.round,
            pair: t(`assessment:pairs.${reading.pair}`),
            mark: format.hundredths(reading.markHundredths),
          })}
        </div>
      ))}
    </div>
  );
}

/** Measuring by two pairs that do not see each other's result, until both find the same. */
export function PairSheet({ data, attempts, aspects }: PairSheetProps): ReactNode {
  const { t } = useTranslation();
  const store = useCommand('assessment.setPairReading');
  const [pair, setPair] = useState<Pair>('first');
  const [attemptId, setAttemptId] = useState<string | null>(null);
  const [aspectId, setAspectId] = useState<string | null>(null);
  const [entry, setEntry] = useState<Entry | null>(null);
  const people = attempts.filter((one) => data.attempts.some((row) => row.attemptId === one.id));
  const aspect = aspects.find((one) => one.id === aspectId);
  const state = data.dual.find((one) => one.attemptId === attemptId && one.aspectId === aspectId);
  if (aspects.length === 0) return null;
  const send = (): void => {
    if (attemptId === null || aspectId === null || entry === null) return;
    store.mutate({ attemptId, aspectId, pair, entry }, { onSuccess: () => setEntry(null) });
  };
  return (
    <Card title={t('assessment:pairs.title')}>
      <div className={styles['stack']}>
        <p className={styles['soft']}>{t('assessment:pairs.hint')}</p>
        <Allowed command="assessment.setPairReading">
          <div className={styles['row']}>
            <SegmentedControl
              aria-label={t('assessment:pairs.pair')}
              data={[
                { value: 'first', label: t('assessment:pairs.first') },
                { value: 'second', label: t('assessment:pairs.second') },
              ]}
              value={pair}
              onChange={(value) => setPair(value === 'second' ? 'second' : 'first')}
            />
            <Select
              className={styles['grow'] ?? ''}
              label={t('assessment:pairs.competitor')}
              data={people.map((one) => ({ value: one.id, label: fullName(one) }))}
              value={attemptId}
              onChange={setAttemptId}
            />
            <Select
              className={styles['grow'] ?? ''}
              label={t('assessment:pairs.aspect')}
              data={aspects.map((one) => ({ value: one.id, label: `${one.code} ${one.description}` }))}
              value={aspectId}
              onChange={(value) => {
                setAspectId(value);
                setEntry(null);
              }}
            />
            {aspect === undefined ? null : (
              <MeasuredField
                key={`${aspect.id} ${attemptId ?? ''} ${pair} ${state?.round ?? 1}`}
                aspect={aspect}
                onChange={setEntry}
              />
            )}
            <Allowed command="assessment.setPairReading">
              <Button variant="default" disabled={entry === null || attemptId === null} onClick={send}>
                {t('assessment:pairs.store')}
              </Button>
            </Allowed>
          </div>
        </Allowed>
        {state === undefined ? null : <PairState state={state} />}
      </div>
    </Card>
  );
}
