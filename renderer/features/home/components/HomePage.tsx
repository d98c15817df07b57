import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Readable } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { FirstSteps } from './FirstSteps.tsx';

interface HomePageProps {
  /** Each squad at a glance; made by another feature. */
  overview: ReactNode;
  /** What has to be seen to; made by another feature. */
  reminder: ReactNode;
}

/** The first screen: how each squad is doing, or, in an empty college, how to begin. */
export function HomePage({ overview, reminder }: HomePageProps): ReactNode {
  const { t } = useTranslation();
  const status = useRouteQuery('app.getStatus', {});
  return (
    <Page>
      <QueryView query={status}>
        {({ empty, preferences }) => (
          <>
            <PageHeader
              title={preferences.collegeName === '' ? t('home:title') : preferences.collegeName}
              hint={empty ? t('home:hintEmpty') : t('home:hint')}
            />
            {empty ? null : reminder}
            {empty ? <FirstSteps /> : <Readable permission="progress.read">{overview}</Readable>}
          </>
        )}
      </QueryView>
    </Page>
  );
}
