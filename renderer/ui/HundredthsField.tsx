import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useLanguage.ts';
import { parseHundredths } from './hundredthsText.ts';

interface HundredthsFieldProps {
  label: string;
  /** The label is for screen readers only: the field stands in a table. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  placeholder?: string;
  /** Integer hundredths; null: empty. */
  value: number | null;
  /** Called when the field is left or Enter is pressed with another value that is right. */
  onCommit: (value: number | null) => void;
  /** In hundredths. */
  maximum: number;
  /** Shown behind the number: `%`. */
  unit?: string;
  width?: number;
  /** As low as the rows of a table. */
  isSmall?: boolean;
}

/** A number with two decimals that is stored when the field is left; Escape brings the stored one back. */
export function HundredthsField(props: HundredthsFieldProps): ReactNode {
  const { label, value, onCommit, maximum, unit, width = 120 } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const shown = value === null ? '' : format.shortHundredths(value).replace(/[\u00a0\u202f]/g, '');
  /** What is being typed; null: nobody types, the stored value shows. */
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? null : parseHundredths(draft, maximum);
  const errorKey = typed?.kind === 'wrong' ? `common:number.${typed.why}` : null;

  const commit = (): void => {
    if (typed === null || typed.kind === 'wrong') return;
    const next = typed.kind === 'empty' ? null : typed.hundredths;
    if (next !== value) onCommit(next);
    setDraft(null);
  };
  return (
    <TextInput
      {...(props.isLabelHidden === true ? { 'aria-label': label } : { label })}
      description={props.description}
      placeholder={props.placeholder ?? ''}
      size={props.isSmall === true ? 'xs' : 'sm'}
      styles={{ wrapper: { width } }}
      inputMode="decimal"
      value={draft ?? shown}
      error={errorKey === null ? null : t(errorKey, { max: format.shortHundredths(maximum) })}
      rightSection={unit === undefined ? null : <span aria-hidden>{unit}</span>}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          commit();
        }
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}
