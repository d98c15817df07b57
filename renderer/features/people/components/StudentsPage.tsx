import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { StudentListRow } from '#shared/contract/people.ts';
import { SampleButton } from '../../../client/SampleButton.tsx';
import { useMayCall } from '../../../client/useAccess.ts';
import { DataGrid } from '../../../ui/DataGrid.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useStudents } from '../people.queries.ts';
import { usePeopleStore } from '../people.store.ts';
import type { StudentFilter } from '../people.store.ts';
import { useStudentColumns } from '../useStudentColumns.tsx';
import { StudentDrawer } from './StudentDrawer.tsx';
import { StudentFilters } from './StudentFilters.tsx';

function passes(student: StudentListRow, filter: StudentFilter): boolean {
  return (
    (filter.status === null || student.status === filter.status) &&
    (filter.groupName === null || student.groupName === filter.groupName) &&
    (filter.consent === null || student.consent === filter.consent)
  );
}

function StudentList({ students }: { students: readonly StudentListRow[] }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { filter, reset } = usePeopleStore();
  const columns = useStudentColumns();
  const rows = useMemo(() => students.filter((student) => passes(student, filter)), [students, filter]);
  return (
    <>
      <StudentFilters count={rows.length} />
      {rows.length === 0 ? (
        <EmptyState
          title={t('people:student.nothingFound')}
          text={t('people:student.nothingFoundText')}
          primary={
            <Button variant="default" onClick={() => reset()}>
              {t('people:filter.reset')}
            </Button>
          }
        />
      ) : (
        <DataGrid
          label={t('nav:students')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          initialSort={{ id: 'name', descending: false }}
          onOpen={(row) => navigate(`/students/${row.id}`)}
        />
      )}
    </>
  );
}

/** Who studies here: search, filters, and the form of a new student. */
export function StudentsPage(): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isAdding, adding] = useDisclosure(false);
  const search = usePeopleStore((state) => state.filter.search);
  const students = useStudents(search);
  const mayAdd = useMayCall('people.createStudent');
  const addButton = mayAdd && (
    <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={adding.open}>
      {t('people:student.add')}
    </Button>
  );
  return (
    <Page kind="fill">
      <PageHeader
        title={t('nav:students')}
        hint={t('people:student.hint')}
        actions={
          <>
            {mayAdd ? (
              <Button
                component={Link}
                href="/students/import"
                variant="default"
                leftSection={<IconFileImport size={17} aria-hidden />}
              >
                {t('people:student.import')}
              </Button>
            ) : null}
            {addButton}
          </>
        }
      />
      <QueryView query={students}>
        {(answer) =>
          answer.students.length === 0 && search === '' ? (
            <EmptyState
              icon={IconUsers}
              title={t('people:student.empty')}
              text={t('people:student.emptyText')}
              primary={addButton}
              secondary={<SampleButton />}
            />
          ) : (
            <StudentList students={answer.students} />
          )
        }
      </QueryView>
      {isAdding ? (
        <StudentDrawer
          opened
          student={null}
          onClose={adding.close}
          onStored={(id) => navigate(`/students/${id}`)}
        />
      ) : null}
    </Page>
  );
}
