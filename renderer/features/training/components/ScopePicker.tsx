import { Checkbox, SegmentedControl } from '@mantine/core';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionRow } from '#shared/contract/schemes.ts';
import { sumAttempt } from '#shared/domain/training/attemptTotals.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import styles from './StartAttempts.module.css';

interface ScopePickerProps {
  schemeId: string;
  /** Null: the whole scheme. */
  scope: readonly string[] | null;
  onChange: (scope: readonly string[] | null) => void;
  error: string | null;
}

interface PartsProps {
  criteria: readonly CriterionRow[];
  scope: readonly string[];
  onChange: (scope: readonly string[]) => void;
}

function Parts({ criteria, scope, onChange }: PartsProps): ReactNode {
  const { t } = useTranslation();
  const toggle = (id: string): void =>
    onChange(scope.includes(id) ? scope.filter((one) => one !== id) : [...scope, id]);
  return (
    <div className={styles['scope']} role="group" aria-label={t('training:attempt.scope')}>
      {criteria.map((criterion) => (
        <Fragment key={criterion.id}>
          <p className={styles['criterion']}>{`${criterion.code} ${criterion.name}`}</p>
          {criterion.subCriteria.map((subCriterion) => (
            <Checkbox
              key={subCriterion.id}
              size="sm"
              label={`${subCriterion.code} ${subCriterion.name}`}
              checked={scope.includes(subCriterion.id)}
              onChange={() => toggle(subCriterion.id)}
            />
          ))}
        </Fragment>
      ))}
    </div>
  );
}

/** Whether the whole scheme is attempted or some of its sub-criteria. */
export function ScopePicker({ schemeId, scope, onChange, error }: ScopePickerProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const criteria = useRouteQuery('schemes.get', { id: schemeId }).data?.criteria;
  if (criteria === undefined) return null;
  const { whole } = sumAttempt(criteria, scope === null ? null : new Set(scope), () => null);
  return (
    <div>
      <SegmentedControl
        fullWidth
        aria-label={t('training:attempt.scope')}
        data={[
          { value: 'whole', label: t('training:attempt.wholeScheme') },
          { value: 'part', label: t('training:attempt.someParts') },
        ]}
        value={scope === null ? 'whole' : 'part'}
        onChange={(value) => onChange(value === 'whole' ? null : [])}
      />
      {scope === null ? null : <Parts criteria={criteria} scope={scope} onChange={onChange} />}
      <p className={styles['total']}>
        {t('training:attempt.scopeTotal', {
          count: whole.count,
          mark: format.hundredths(whole.maxHundredths),
        })}
      </p>
      {error === null ? null : (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
