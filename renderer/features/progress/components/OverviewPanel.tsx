import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useOverview } from '../useOverview.ts';
import { OverviewTable } from './OverviewTable.tsx';
import styles from './Progress.module.css';

const MOST_ROWS = 6;

/** Part of the home page: the competencies that ask for most attention. Nothing while there are none. */
export function OverviewPanel(): ReactNode {
  const { t } = useTranslation();
  const overview = useOverview();
  return (
    <QueryView query={overview}>
      {({ rows, sentence }) =>
        rows.length === 0 ? null : (
          <Card
            title={t('progress:overview.panelTitle')}
            actions={<Link href="/progress">{t('progress:overview.all')}</Link>}
          >
            <p className={styles['hint']}>{sentence}</p>
            <OverviewTable rows={rows.slice(0, MOST_ROWS)} isShort />
          </Card>
        )
      }
    </QueryView>
  );
}
