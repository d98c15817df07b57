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
  /** Leads to the place that a warning is about; without it warnings are only read. */
  onShow?: (warning: SchemeWarning) => void;
}

/** So many of one kind are shown before the rest is asked for. */
const FIRST = 3;

function Group({ group, onShow }: { group: WarningGroup; onShow: WarningListProps['onShow'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? group.warnings : group.warnings.slice(0, FIRST);
  const hidden = group.warnings.length - shown.length;
  const Icon = group.weight === 'note' ? IconInfoCircle : IconAlertTriangle;
  return (
    <li className={styles['warningGroup']} data-weight={group.weight}>
      <Icon size={16} aria-hidden className={styles['warningIcon']} />
      <ul className={styles['warnings']}>
        {shown.map((warning, index) => (
          <li key={index}>
            {onShow && warning.place ? (
              <button type="button" className={styles['warningLink']} onClick={() => onShow(warning)}>
                {warningSentence(t, format, warning)}
              </button>
            ) : (
              warningSentence(t, format, warning)
            )}
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
export function WarningList({ warnings, onShow }: WarningListProps): ReactNode {
  return (
    <ul className={styles['warningGroups']}>
      {groupWarnings(warnings).map((group) => (
        <Group key={group.code} group={group} onShow={onShow} />
      ))}
    </ul>
  );
}
