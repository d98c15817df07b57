import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndustryRow } from '#shared/contract/partnerRecords.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from '../partners.module.css';
import { PersonDrawer } from './PersonDrawer.tsx';

interface PeopleCardProps {
  partnerId: string;
  people: readonly IndustryRow[];
}

/** Mentors and judges whom a partner sends. */
export function PeopleCard({ partnerId, people }: PeopleCardProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCompetencyName();
  const [edited, setEdited] = useState<IndustryRow | 'new' | null>(null);
  return (
    <Card
      title={t('partners:person.title')}
      actions={
        <Allowed command="partners.savePerson">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('partners:person.add')}
          </Button>
        </Allowed>
      }
    >
      {people.length === 0 ? <p className={styles['hint']}>{t('partners:person.none')}</p> : null}
      <ul className={styles['list']}>
        {people.map((person) => (
          <li key={person.id} className={styles['item']}>
            <span className={styles['words']}>
              {person.expertName}
              <span className={styles['soft']}>
                {[t(`partners:role.${person.role}`), ...person.competencyIds.map(nameOf)].join(' · ')}
              </span>
            </span>
            <span className={styles['side']}>
              {person.conflicts.length === 0 ? null : (
                <StatusBadge tone="warn">
                  {t('partners:person.conflictCount', { count: person.conflicts.length })}
                </StatusBadge>
              )}
              <Allowed command="partners.savePerson">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('partners:action.editOne', { what: person.expertName })}
                  onClick={() => setEdited(person)}
                >
                  {t('common:action.edit')}
                </Button>
              </Allowed>
            </span>
          </li>
        ))}
      </ul>
      {edited === null ? null : (
        <PersonDrawer
          partnerId={partnerId}
          person={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
