import { Button, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconFileExport, IconGitCompare, IconId, IconPencil } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { SchemeWarning } from '#shared/domain/schemes/schemeWarning.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useGoneRedirect } from '../../../client/useGoneRedirect.ts';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { SECTIONS_PLACE, countAspects, placeId, searchScheme } from '../schemePlaces.ts';
import { versionsOf } from '../schemeVersions.ts';
import { useExportScheme } from '../useExportScheme.ts';
import { CompareDrawer } from './CompareDrawer.tsx';
import { NewSchemeDrawer } from './NewSchemeDrawer.tsx';
import { SchemeDrawer } from './SchemeDrawer.tsx';
import { SchemeFigures } from './SchemeFigures.tsx';
import { SchemeTree } from './SchemeTree.tsx';
import styles from './Schemes.module.css';
import { AllocationTableView } from './SectionTable.tsx';
import { WarningList } from './WarningList.tsx';

type Scheme = RouteOutput<'schemes.get'>;

/** Brings a part of the page into view and gives it the focus, so that it is seen and read aloud. */
function showPlace(id: string): void {
  const element = document.getElementById(id);
  const folded = element?.closest('details');
  if (folded) folded.open = true;
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

/** For which competency, from which file, how often used: in one line. */
function SchemeHint({ scheme }: { scheme: Scheme }): ReactNode {
  const { t } = useTranslation();
  const competencyName = useCompetencyName();
  const parts = [
    scheme.competencyId === null ? t('schemes:noCompetency') : competencyName(scheme.competencyId),
    t('schemes:versionOf', { version: scheme.version }),
    scheme.sourceFileName,
    scheme.attemptCount === 0 ? t('schemes:unused') : t('schemes:usedBy', { count: scheme.attemptCount }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The other versions of the same scheme, each a link. */
function VersionLinks({ scheme }: { scheme: Scheme }): ReactNode {
  const { t } = useTranslation();
  const list = useRouteQuery('schemes.list', {});
  const versions = versionsOf(list.data?.schemes ?? [], scheme.id);
  if (versions.length < 2) return null;
  return (
    <nav className={styles['versions']} aria-label={t('schemeEditor:version.list')}>
      {versions.map(({ id, version }) => (
        <Link key={id} href={`/schemes/${id}`} aria-current={id === scheme.id ? 'page' : undefined}>
          {t('schemeEditor:version.number', { version })}
        </Link>
      ))}
    </nav>
  );
}

type Opened = 'details' | 'copy' | 'compare';

function SchemeActions(props: { scheme: Scheme; onOpen: (what: Opened) => void }): ReactNode {
  const { scheme, onOpen } = props;
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const exportScheme = useExportScheme();
  return (
    <>
      <Allowed command="schemes.update">
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button variant="default" aria-label={t('schemeEditor:action.more')}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Allowed command="schemes.update">
              <Menu.Item leftSection={<IconId size={16} aria-hidden />} onClick={() => onOpen('details')}>
                {t('schemeEditor:action.details')}
              </Menu.Item>
            </Allowed>
            <Allowed command="schemes.copy">
              <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => onOpen('copy')}>
                {t('schemeEditor:action.copy')}
              </Menu.Item>
            </Allowed>
            {scheme.previousVersionId === null ? null : (
              <Menu.Item
                leftSection={<IconGitCompare size={16} aria-hidden />}
                onClick={() => onOpen('compare')}
              >
                {t('schemeEditor:version.compare')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Allowed>
      <Button
        variant="default"
        leftSection={<IconFileExport size={16} aria-hidden />}
        loading={exportScheme.isPending}
        onClick={() => exportScheme.mutate(scheme.id)}
      >
        {t('schemeEditor:action.export')}
      </Button>
      <Allowed command="schemes.saveDraft">
        <Button
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => navigate(`/schemes/${scheme.id}/edit`)}
        >
          {t('schemeEditor:action.edit')}
        </Button>
      </Allowed>
    </>
  );
}

function OpenScheme({ scheme }: { scheme: Scheme }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  const found = useMemo(() => searchScheme(scheme.criteria, search), [scheme.criteria, search]);
  const wayTo = (warning: SchemeWarning): (() => void) | null => {
    const id = placeId(scheme.criteria, warning);
    if (id === null) return null;
    return () => {
      // What a search hides is shown first.
      flushSync(() => setSearch(''));
      showPlace(id);
    };
  };
  return (
    <>
      <PageHeader
        title={scheme.title}
        hint={<SchemeHint scheme={scheme} />}
        back={{ href: '/schemes', label: t('nav:schemes') }}
        actions={<SchemeActions scheme={scheme} onOpen={setOpened} />}
      />
      <VersionLinks scheme={scheme} />
      <SchemeFigures summary={scheme.summary} />
      {scheme.warnings.length === 0 ? null : (
        <Card title={t('schemes:warnings.title', { count: scheme.warnings.length })}>
          <WarningList warnings={scheme.warnings} wayTo={wayTo} />
        </Card>
      )}
      {scheme.sections.length === 0 ? null : (
        <div id={SECTIONS_PLACE} tabIndex={-1} className={styles['place']}>
          <Card title={t('schemes:section.title')}>
            <AllocationTableView scheme={scheme} />
          </Card>
        </div>
      )}
      <Toolbar count={t('schemes:aspectCount', { count: countAspects(found) })}>
        <SearchField label={t('schemes:searchAspects')} value={search} onChange={setSearch} />
      </Toolbar>
      {found.length === 0 ? (
        <EmptyState title={t('schemes:aspectsNotFound')} text={t('schemes:aspectsNotFoundText')} />
      ) : (
        <SchemeTree criteria={found} />
      )}
      {opened === 'details' ? (
        <SchemeDrawer scheme={scheme} onClose={close} onRemoved={() => navigate('/schemes')} />
      ) : null}
      {opened === 'copy' ? <NewSchemeDrawer original={scheme} onClose={close} /> : null}
      {opened === 'compare' ? (
        <CompareDrawer id={scheme.id} version={scheme.version} onClose={close} />
      ) : null}
    </>
  );
}

/** One marking scheme, to be read. */
export function SchemePage({ id }: { id: string }): ReactNode {
  const scheme = useRouteQuery('schemes.get', { id });
  useGoneRedirect(scheme, '/schemes');
  return (
    <Page>
      <QueryView query={scheme}>{(answer) => <OpenScheme scheme={answer} />}</QueryView>
    </Page>
  );
}
