import { Button } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Readable } from '../../../client/Allowed.tsx';
import { localized } from '../../../i18n/names.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useCompetenciesById, useStudents } from '../people.queries.ts';
import styles from './StudentPage.module.css';

/** Squads that a student trains in, each with the way to their progress. */
export function StudentSquads({ studentId }: { studentId: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const competencies = useCompetenciesById();
  const students = useStudents('');
  return (
    <QueryView query={students}>
      {(answer) => {
        const ids = answer.students.find((student) => student.id === studentId)?.competencyIds ?? [];
        const squads = ids.flatMap((id) => competencies.get(id) ?? []);
        if (squads.length === 0) {
          return (
            <>
              <p className={styles['hint']}>{t('people:student.noSquads')}</p>
              <Button component={Link} href="/competencies" variant="default">
                {t('people:student.chooseCompetency')}
              </Button>
            </>
          );
        }
        return (
          <ul className={styles['squads']}>
            {squads.map((competency) => (
              <li key={competency.id} className={styles['squad']}>
                <Link href={`/competencies/${competency.id}`}>{localized(competency.name, language)}</Link>
                <Readable permission="progress.read">
                  <Button
                    component={Link}
                    href={`/progress/${competency.id}/${studentId}`}
                    variant="subtle"
                    size="compact-md"
                    leftSection={<IconChartLine size={16} aria-hidden />}
                  >
                    {t('people:student.progress')}
                  </Button>
                </Readable>
              </li>
            ))}
          </ul>
        );
      }}
    </QueryView>
  );
}
