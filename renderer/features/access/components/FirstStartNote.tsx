import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useAccess } from '../../../client/useAccess.ts';
import styles from './Access.module.css';

/** The choice is of this computer's page alone: whoever clears the browser is asked again, which harms nothing. */
const CHOSEN = 'shyng.singlePerson';

function wasChosen(): boolean {
  try {
    return localStorage.getItem(CHOSEN) !== null;
  } catch {
    return true;
  }
}

/** At the first start: the program works for a single person and says so; or it begins with an administrator. */
export function FirstStartNote(): ReactNode {
  const { t } = useTranslation();
  const [isChosen, setChosen] = useState(wasChosen);
  const mode = useAccess()?.mode;
  const status = useRouteQuery('app.getStatus', {}).data;
  if (isChosen || mode !== 'single' || status?.empty !== true || status.sample) return null;
  const choose = (): void => {
    localStorage.setItem(CHOSEN, '1');
    setChosen(true);
  };
  return (
    <div className={styles['first']}>
      <span>{t('access:first.text')}</span>
      <span className={styles['row']}>
        <Button size="xs" variant="default" onClick={choose}>
          {t('access:first.single')}
        </Button>
        <Allowed command="access.startProfiles">
          <Button size="xs" variant="light" component={Link} href="/settings/access">
            {t('access:first.profiles')}
          </Button>
        </Allowed>
      </span>
    </div>
  );
}
