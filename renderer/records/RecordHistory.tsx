import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteQuery } from '../client/queries.ts';
import { useMay } from '../client/useAccess.ts';
import { actionSentence, capitalized } from '../i18n/actionSentence.ts';
import { useFormat, useLanguage } from '../i18n/useLanguage.ts';
import { QueryView } from '../ui/QueryView.tsx';
import { Toolbar } from '../ui/Toolbar.tsx';
import { fieldSentence, fieldWord, hasWord, type ChangeWords, type RecordChange } from './changeWords.ts';
import { ChoiceSelect, PeriodSelect } from './HistorySelects.tsx';
import {
  CREATED,
  FEW_CHANGES,
  actorsOf,
  fieldsOf,
  narrow,
  noRecordFilter,
  type RecordFilter,
} from './recordFilter.ts';
import styles from './RecordHistory.module.css';

interface RecordHistoryProps {
  /** Table of the record. */
  entity: string;
  rowId: string;
}

function useChangeWords(): ChangeWords {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return { t, format, language, exists: (key) => i18n.exists(key) };
}

function Change({ entity, change }: { entity: string; change: RecordChange }): ReactNode {
  const words = useChangeWords();
  const { t, format } = words;
  const { action, fields, operation } = change;
  const changed = operation === 'update' ? fields : [];
  const named = changed.filter((field) => hasWord(words, field));
  const others = changed.length - named.length;
  const sentence = t(`history:kind.${action.kind}`, { action: actionSentence(t, action) });
  return (
    <li className={styles['change']}>
      <p className={styles['head']}>
        <span>{capitalized(sentence)}</span>
        <span className={styles['soft']}>
          {format.dateTime(action.at)} · {action.actorName || t('history:thisComputer')}
        </span>
      </p>
      {changed.length === 0 ? null : (
        <ul className={styles['fields']}>
          {named.map((field) => (
            <li key={field.name}>{fieldSentence(words, entity, field)}</li>
          ))}
          {others === 0 ? null : <li>{t('history:record.others', { count: others })}</li>}
        </ul>
      )}
    </li>
  );
}

interface FiltersProps {
  changes: readonly RecordChange[];
  filter: RecordFilter;
  onChange: (filter: RecordFilter) => void;
}

/** Who, what, since when. */
function Filters({ changes, filter, onChange }: FiltersProps): ReactNode {
  const words = useChangeWords();
  const { t } = words;
  const told = fieldsOf(
    changes.map((change) => ({ ...change, fields: change.fields.filter((field) => hasWord(words, field)) })),
  );
  const actors = actorsOf(changes);
  return (
    <Toolbar>
      {actors.length < 2 ? null : (
        <ChoiceSelect
          label={t('history:filter.who')}
          choices={actors.map((name) => ({ value: name, label: name || t('history:thisComputer') }))}
          value={filter.actorName}
          onChange={(actorName) => onChange({ ...filter, actorName })}
        />
      )}
      <ChoiceSelect
        label={t('history:filter.field')}
        choices={told.map((name) => ({
          value: name,
          label: name === CREATED ? t('history:record.created') : fieldWord(words, name),
        }))}
        value={filter.field}
        onChange={(field) => onChange({ ...filter, field })}
        isSearchable
      />
      <PeriodSelect value={filter.period} onChange={(period) => onChange({ ...filter, period })} />
    </Toolbar>
  );
}

function Changes({ entity, changes }: { entity: string; changes: readonly RecordChange[] }): ReactNode {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(noRecordFilter);
  if (changes.length === 0) return <p className={styles['soft']}>{t('history:empty')}</p>;
  const shown = narrow(changes, filter, new Date());
  return (
    <>
      {changes.length > FEW_CHANGES ? (
        <Filters changes={changes} filter={filter} onChange={setFilter} />
      ) : null}
      {shown.length === 0 ? (
        <p className={styles['soft']}>
          {t('history:filter.none')}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => setFilter(noRecordFilter)}>
            {t('history:filter.clear')}
          </Button>
        </p>
      ) : (
        // Scrolls, so the keyboard has to reach it.
        <ol className={styles['changes']} tabIndex={0} aria-label={t('history:record.title')}>
          {shown.map((change) => (
            <Change key={`${change.action.id}${change.operation}`} entity={entity} change={change} />
          ))}
        </ol>
      )}
    </>
  );
}

/** Who changed what of one record and when, in words; narrowed by person, field and period once there is much of it. */
export function RecordHistory({ entity, rowId }: RecordHistoryProps): ReactNode {
  const mayRead = useMay('history.read');
  const query = useRouteQuery('history.ofRecord', { entity, rowId }, { enabled: mayRead });
  if (!mayRead) return null;
  return (
    <QueryView query={query}>{({ changes }) => <Changes entity={entity} changes={changes} />}</QueryView>
  );
}
