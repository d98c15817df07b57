import { Button } from '@mantine/core';
import { IconClipboardList, IconEye, IconUsers } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import styles from './FirstSteps.module.css';

interface StepProps {
  icon: Icon;
  title: string;
  text: string;
  action: ReactNode;
}

function Step({ icon: StepIcon, title, text, action }: StepProps): ReactNode {
  return (
    <li className={styles['step']}>
      <span className={styles['icon']}>
        <StepIcon size={24} stroke={1.6} aria-hidden />
      </span>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['text']}>{text}</p>
      {action}
    </li>
  );
}

/** Ways to begin in an empty college. */
export function FirstSteps(): ReactNode {
  const { t } = useTranslation();
  const openSample = useCommand('sample.open');
  return (
    <ul className={styles['steps']}>
      <Step
        icon={IconUsers}
        title={t('home:students.title')}
        text={t('home:students.text')}
        action={
          <Button component={Link} href="/students">
            {t('home:students.button')}
          </Button>
        }
      />
      <Step
        icon={IconClipboardList}
        title={t('home:scheme.title')}
        text={t('home:scheme.text')}
        action={
          <Button component={Link} href="/schemes">
            {t('home:scheme.button')}
          </Button>
        }
      />
      <Step
        icon={IconEye}
        title={t('home:sample.title')}
        text={t('home:sample.text')}
        action={
          <Allowed command="sample.open">
            <Button variant="default" loading={openSample.isPending} onClick={() => openSample.mutate({})}>
              {t('home:sample.button')}
            </Button>
          </Allowed>
        }
      />
    </ul>
  );
}
