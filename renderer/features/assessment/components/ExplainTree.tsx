import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { ExplainNode } from '#shared/domain/assessment/explain.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import styles from '../assessment.module.css';
import { waySentence } from '../../../i18n/waySentence.ts';

interface NodeProps {
  node: ExplainNode;
  judges: ReadonlyMap<string, string>;
}

/** How an aspect got its mark, in words. */
function LeafWay({ node, judges }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  if (node.way) return waySentence(t, language, node.way);
  if (node.rule !== 'judged') return t(`assessment:rule.${node.rule}`);
  const last = Math.max(0, ...node.scores.map((score) => score.round));
  const counted = node.scores.filter((score) => score.round === last);
  const sum = counted.reduce((total, score) => total + score.score, 0);
  return (
    <>
      {t('assessment:rule.judged', {
        sum,
        highest: 3 * counted.length,
        max: format.hundredths(node.maxHundredths),
        mark: format.hundredths(node.markHundredths),
      })}
      {node.scores.map((score) => (
        <div key={`${score.judgeId} ${score.round}`}>
          {t('assessment:judging.former', {
            round: score.round,
            judge: judges.get(score.judgeId) ?? t('assessment:rule.oneJudge'),
            score: score.score,
          })}
          {score.note === '' ? null : ` · ${score.note}`}
        </div>
      ))}
    </>
  );
}

function Sum({ node }: { node: ExplainNode }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={styles['number']}>
      {t('assessment:markOf', {
        mark: format.hundredths(node.markHundredths),
        max: format.hundredths(node.maxHundredths),
      })}
    </span>
  );
}

function Node({ node, judges }: NodeProps): ReactNode {
  const label = `${node.code} ${node.name}`.trim();
  if (node.rule !== 'sum') {
    return (
      <li className={styles['leaf']}>
        <div className={styles['sum']}>
          <span>{label}</span>
          <Sum node={node} />
        </div>
        <div className={styles['soft']}>
          <LeafWay node={node} judges={judges} />
        </div>
      </li>
    );
  }
  return (
    <li>
      <details open={node.code.length <= 1}>
        <summary>
          <span>{label}</span> <Sum node={node} />
        </summary>
        <ul className={styles['tree']}>
          {node.children.map((child) => (
            <Node key={child.code} node={child} judges={judges} />
          ))}
        </ul>
      </details>
    </li>
  );
}

interface ExplainTreeProps {
  data: RouteOutput<'assessment.explainAttempt'>;
  /** Why there is this medal and this estimate. */
  story: ReactNode;
}

/** From the total down to what was measured and what each judge gave; above, why there is a medal. */
export function ExplainTree({ data, story }: ExplainTreeProps): ReactNode {
  const { t } = useTranslation();
  const judges = new Map(data.judges.map((judge) => [judge.expertId, judge.name]));
  return (
    <div className={styles['stack']}>
      {story}
      <ul className={styles['tree']}>
        <Node node={{ ...data.tree, name: t('assessment:results.total') }} judges={judges} />
      </ul>
    </div>
  );
}
