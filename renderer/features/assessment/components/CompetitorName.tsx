import type { ReactNode } from 'react';
import styles from '../assessment.module.css';

interface CompetitorNameProps {
  /** Name of the person or the team. */
  label: string;
  memberNames: readonly string[];
}

/** Members of a team, where its name does not already say them; '' for one person. */
export const membersText = (label: string, memberNames: readonly string[]): string => {
  const names = memberNames.join(', ');
  return memberNames.length < 2 || names === label ? '' : names;
};

/** A competitor: one person, or a team with its members under its name. */
export function CompetitorName({ label, memberNames }: CompetitorNameProps): ReactNode {
  const members = membersText(label, memberNames);
  return (
    <>
      {label}
      {members === '' ? null : <div className={styles['soft']}>{members}</div>}
    </>
  );
}
