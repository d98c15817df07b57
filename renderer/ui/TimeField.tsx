import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseTypedTime } from './typedTime.ts';

interface TimeFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** `HH:MM`, empty when there is none; what is being typed until the field is left. */
  value?: string;
  onChange: (value: string) => void;
}

/** A time of the day in 24 hours, whatever clock the system shows; it is put right when the field is left. */
export function TimeField({ value = '', onChange, onBlur, ...rest }: TimeFieldProps): ReactNode {
  return (
    <TextInput
      placeholder="09:00"
      inputMode="numeric"
      maxLength={5}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const time = parseTypedTime(value);
        if (time !== null && time !== value) onChange(time);
        onBlur?.(event);
      }}
    />
  );
}
