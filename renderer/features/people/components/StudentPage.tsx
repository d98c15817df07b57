import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBriefcase, IconPencil, IconShieldLock, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { StudentRow } from '#shared/contract/people.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useMay } from '../../../client/useAccess.ts';
import { fullName } from '../../../i18n/names.ts';
import { RecordHistory } from '../../../records/RecordHistory.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useGoneRedirect } from '../../../client/useGoneRedirect.ts';
import { StudentDrawer } from './StudentDrawer.tsx';
import { StudentFacts } from './StudentFacts.tsx';
import styles from './StudentPage.module.css';
import { StudentSquads } from './StudentSquads.tsx';

function Student({ student }: { student: StudentRow }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isEditing, editing] = useDisclosure(false);
  const mayInspect = useMay('privacy.read');
  const remove = useCommand('people.removeStudent', { offerUndo: true });
  return (
    <Page>
      <PageHeader
        title={fullName(student)}
        back={{ href: '/students', label: t('nav:students') }}
        actions={
          <>
            <Allowed command="people.removeStudent">
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                loading={remove.isPending}
                onClick={() => remove.mutate({ id: student.id }, { onSuccess: () => navigate('/students') })}
              >
                {t('common:action.remove')}
              </Button>
            </Allowed>
            {mayInspect ? (
              <Button
                component={Link}
                href={`/students/${student.id}/data`}
                variant="default"
                leftSection={<IconShieldLock size={16} aria-hidden />}
              >
                {t('people:student.personalData')}
              </Button>
            ) : null}
            <Button
              component={Link}
              href={`/events/portfolio/${student.id}`}
              variant="default"
              leftSection={<IconBriefcase size={16} aria-hidden />}
            >
              {t('people:student.portfolio')}
            </Button>
            <Allowed command="people.updateStudent">
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={editing.open}
              >
                {t('common:action.edit')}
              </Button>
            </Allowed>
          </>
        }
      />
      <div className={styles['columns']}>
        <Card title={t('people:student.data')}>
          <StudentFacts student={student} />
        </Card>
        <Card title={t('people:student.squads')}>
          <StudentSquads studentId={student.id} />
        </Card>
        <Card title={t('history:record.title')}>
          <RecordHistory entity="students" rowId={student.id} />
        </Card>
        <Card title={t('attachments:title')}>
          <Attachments entity="students" ownerId={student.id} />
        </Card>
      </div>
      {isEditing ? <StudentDrawer opened student={student} onClose={editing.close} /> : null}
    </Page>
  );
}

/** One student: what is known, and in which squads they train. */
export function StudentPage({ id }: { id: string }): ReactNode {
  const query = useRouteQuery('people.getStudent', { id });
  useGoneRedirect(query, '/students');
  return <QueryView query={query}>{(student) => <Student student={student} />}</QueryView>;
}
