import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../client/queries.ts';
import { useMay } from '../client/useAccess.ts';
import { actionSentence, capitalized } from '../i18n/actionSentence.ts';
import { useFormat } from '../i18n/useLanguage.ts';
import { QueryView } from '../ui/QueryView.tsx';
import { heldValue } from './heldValue.ts';
import styles from './RecordHistory.module.css';

type RecordChange = RouteOutput<'history.ofRecord'>['changes'][number];
type Field = RecordChange['fields'][number];

interface RecordHistoryProps {
  /** Table of the record. */
  entity: string;
  rowId: string;
}

function FieldLine({ entity, field }: { entity: string; field: Field }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const show = (value: Field['before']): string => {
    if (value === null || value === '') return t('common:field.none');
    return heldValue(t, format, { table: entity, column: field.name, value });
  };
  if (field.name === 'deleted_at') {
    return <li>{t(field.after === null ? 'history:record.broughtBack' : 'history:record.deleted')}</li>;
  }
  const what = t(`history:column.${field.name}`);
  return (
    <li>{t('history:record.change', { what, before: show(field.before), after: show(field.after) })}</li>
  );
}

function Change({ entity, change }: { entity: string; change: RecordChange }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { action, fields, operation } = change;
  // Columns without a word of their own (references, lists) are counted.
  const isNamed = ({ name }: Field): boolean =>
    name === 'deleted_at' || i18n.exists(`history:column.${name}`);
  const named = operation === 'update' ? fields.filter(isNamed) : [];
  const others = operation === 'update' ? fields.length - named.length : 0;
  const sentence = t(`history:kind.${action.kind}`, { action: actionSentence(t, action) });
  return (
    <li className={styles['change']}>
      <p className={styles['head']}>
        <span>{capitalized(sentence)}</span>
        <span className={styles['soft']}>
          {format.dateTime(action.at)} · {action.actorName || t('history:thisComputer')}
        </span>
      </p>
      {named.length + others === 0 ? null : (
        <ul className={styles['fields']}>
          {named.map((field) => (
            <FieldLine key={field.name} entity={entity} field={field} />
          ))}
          {others === 0 ? null : <li>{t('history:record.others', { count: others })}</li>}
        </ul>
      )}
    </li>
  );
}

/** Who changed what of one record and when, in words. */
export function RecordHistory({ entity, rowId }: RecordHistoryProps): ReactNode {
  const { t } = useTranslation();
  const mayRead = useMay('history.read');
  const query = useRouteQuery('history.ofRecord', { entity, rowId }, { enabled: mayRead });
  if (!mayRead) return null;
  return (
    <QueryView query={query}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className={styles['soft']}>{t('history:empty')}</p>
        ) : (
          <ol className={styles['changes']}>
            {changes.map((change) => (
              <Change key={`${change.action.id}${change.operation}`} entity={entity} change={change} />
            ))}
          </ol>
        )
      }
    </QueryView>
  );
}
