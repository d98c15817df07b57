import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { classNames } from '../ui/classNames.ts';
import styles from './ExplainedTotal.module.css';
import { useMay } from './useAccess.ts';

interface ExplainLinkProps {
  /** Page that shows the way to the total. */
  href: string;
  /** The total as it is read: begins the name of the link. */
  value: string;
  /** More about the total, for the pointer; the value when missing. */
  hint?: string | undefined;
  /** False: reached by the pointer only, for there is another way by keys. */
  isTabStop?: boolean;
  className?: string | undefined;
  /** The total as it is seen; the value when missing. */
  children?: ReactNode;
}

/** A total that leads to the way from its raw marks; for parts that ask themselves whether that may be read. */
export function ExplainLink(props: ExplainLinkProps): ReactNode {
  const { href, value, hint = value, isTabStop = true, className, children = value } = props;
  const { t } = useTranslation();
  return (
    <Link
      href={href}
      aria-label={t('common:explainTotal', { value })}
      title={t('common:explainTotal', { value: hint })}
      tabIndex={isTabStop ? undefined : -1}
      className={classNames(styles['link'], className)}
    >
      {children}
    </Link>
  );
}

/** {@link ExplainLink} for who may read marks; only the total for the others. */
export function ExplainedTotal(props: ExplainLinkProps): ReactNode {
  const { value, children = value } = props;
  return useMay('assessment.read') ? <ExplainLink {...props} /> : children;
}

/** Where the way to an attempt's total is shown. */
export const explainPath = (attempt: { sessionId: string; attemptId: string }): string =>
  `/assessment/${attempt.sessionId}/results/${attempt.attemptId}`;
