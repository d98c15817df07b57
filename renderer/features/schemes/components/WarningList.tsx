import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeWarning as AnyWarning } from '#shared/contract/schemes.ts';
import type { SchemeWarning } from '#shared/domain/schemes/schemeWarning.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { groupWarnings, warningSentence } from '../schemeWarnings.ts';
import type { WarningGroup } from '../schemeWarnings.ts';
import styles from './Schemes.module.css';

interface WarningListProps {
  warnings: readonly AnyWarning[];
  /** What leads to the place that a warning is about, null where it has none; without it warnings are only read. */
  wayTo?: (warning: SchemeWarning) => (() => void) | null;
  /** True: nothing is wrong, this is only worth a look. */
  isHint?: boolean;
}

/** So many of one kind are shown before the rest is asked for. */
const FIRST = 3;

function Sentence({ warning, show }: { warning: SchemeWarning; show: (() => void) | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const sentence = warningSentence(t, format, warning);
  if (show === null) return sentence;
  return (
    <button type="button" className={styles['warningLink']} onClick={show}>
      {sentence}
    </button>
  );
}

interface GroupProps {
  group: WarningGroup;
  wayTo: WarningListProps['wayTo'];
  isHint: boolean;
}

function Group({ group, wayTo, isHint }: GroupProps): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? group.warnings : group.warnings.slice(0, FIRST);
  const hidden = group.warnings.length - shown.length;
  const weight = isHint ? 'note' : group.weight;
  const Icon = weight === 'note' ? IconInfoCircle : IconAlertTriangle;
  return (
    <li className={styles['warningGroup']} data-weight={weight}>
      <Icon size={16} aria-hidden className={styles['warningIcon']} />
      <ul className={styles['warnings']}>
        {shown.map((warning, index) => (
          <li key={index}>
            <Sentence warning={warning} show={wayTo?.(warning) ?? null} />
          </li>
        ))}
        {hidden > 0 ? (
          <li>
            <button type="button" className={styles['warningLink']} onClick={() => setWhole(true)}>
              {t('schemes:warnings.more', { count: hidden })}
            </button>
          </li>
        ) : null}
      </ul>
    </li>
  );
}

/** What a person should look at in a scheme, each as a sentence; what was lost comes first. */
export function WarningList({ warnings, wayTo, isHint = false }: WarningListProps): ReactNode {
  return (
    <ul className={styles['warningGroups']}>
      {groupWarnings(warnings).map((group) => (
        <Group key={group.code} group={group} wayTo={wayTo} isHint={isHint} />
      ))}
    </ul>
  );
}
