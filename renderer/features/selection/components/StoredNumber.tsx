import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';

interface StoredNumberProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  stored: number;
  min: number;
  max: number;
  /** Told when the field is left or Enter is pressed, and only of a number within the limits that differs. */
  onStore: (value: number) => void;
}

/** A number that may be emptied and typed anew: it counts when the field is left; what is no number changes nothing. */
export function StoredNumber({ stored, min, max, onStore, ...rest }: StoredNumberProps): ReactNode {
  const [draft, setDraft] = useState<number | string | null>(null);
  const store = (): void => {
    setDraft(null);
    if (typeof draft !== 'number') return;
    const value = Math.min(max, Math.max(min, draft));
    if (value !== stored) onStore(value);
  };
  return (
    <NumberInput
      {...rest}
      min={min}
      max={max}
      value={draft ?? stored}
      onChange={setDraft}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store();
      }}
    />
  );
}
