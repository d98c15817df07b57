import { Autocomplete } from '@mantine/core';
import type { ReactNode } from 'react';

interface PersonFieldProps {
  label: string;
  description?: string;
  /** People who are known: id and name. */
  people: readonly { value: string; label: string }[];
  /** Id of a known person; null: nobody, or somebody who is only a name. */
  id: string | null;
  /** The name of somebody who is not known. */
  text: string;
  onChange: (person: { id: string | null; text: string }) => void;
}

/** A person: one of those who are known, or just a name. Typing a known name means that person. */
export function PersonField({ label, description, people, id, text, onChange }: PersonFieldProps): ReactNode {
  const known = people.find((one) => one.value === id);
  const labels = [...new Set(people.map((one) => one.label))];
  const choose = (value: string): void => {
    const matches = people.filter((one) => one.label === value.trim());
    const match = matches.length === 1 ? matches[0] : undefined;
    onChange(match ? { id: match.value, text: '' } : { id: null, text: value });
  };
  return (
    <Autocomplete
      label={label}
      description={description}
      data={labels}
      limit={8}
      value={known?.label ?? text}
      onChange={choose}
    />
  );
}
