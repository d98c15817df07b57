import { lazy } from 'react';
import type { ComponentProps, ComponentType, ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { fromHexText } from '#shared/lib/hexText.ts';
import { OfCompetency } from '../client/Allowed.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Each feature is a chunk of its own, fetched when one of its screens is first opened. */
const home = (): Promise<typeof import('../features/home/index.ts')> => import('../features/home/index.ts');
const people = (): Promise<typeof import('../features/people/index.ts')> =>
  import('../features/people/index.ts');
const competencies = (): Promise<typeof import('../features/competencies/index.ts')> =>
  import('../features/competencies/index.ts');
const schemes = (): Promise<typeof import('../features/schemes/index.ts')> =>
  import('../features/schemes/index.ts');
const training = (): Promise<typeof import('../features/training/index.ts')> =>
  import('../features/training/index.ts');
const assessment = (): Promise<typeof import('../features/assessment/index.ts')> =>
  import('../features/assessment/index.ts');
const plan = (): Promise<typeof import('../features/plan/index.ts')> => import('../features/plan/index.ts');
const insight = (): Promise<typeof import('../features/insight/index.ts')> =>
  import('../features/insight/index.ts');
const progress = (): Promise<typeof import('../features/progress/index.ts')> =>
  import('../features/progress/index.ts');
const selection = (): Promise<typeof import('../features/selection/index.ts')> =>
  import('../features/selection/index.ts');
const partners = (): Promise<typeof import('../features/partners/index.ts')> =>
  import('../features/partners/index.ts');
const events = (): Promise<typeof import('../features/events/index.ts')> =>
  import('../features/events/index.ts');
const tasks = (): Promise<typeof import('../features/tasks/index.ts')> =>
  import('../features/tasks/index.ts');
const base = (): Promise<typeof import('../features/base/index.ts')> => import('../features/base/index.ts');
const reports = (): Promise<typeof import('../features/reports/index.ts')> =>
  import('../features/reports/index.ts');
const history = (): Promise<typeof import('../features/history/index.ts')> =>
  import('../features/history/index.ts');
const access = (): Promise<typeof import('../features/access/index.ts')> =>
  import('../features/access/index.ts');
const backup = (): Promise<typeof import('../features/backup/index.ts')> =>
  import('../features/backup/index.ts');
const exchange = (): Promise<typeof import('../features/exchange/index.ts')> =>
  import('../features/exchange/index.ts');
const privacy = (): Promise<typeof import('../features/privacy/index.ts')> =>
  import('../features/privacy/index.ts');
const settings = (): Promise<typeof import('../features/settings/index.ts')> =>
  import('../features/settings/index.ts');

/** A component that is fetched when it is first shown. */
function later<M, P extends object>(
  load: () => Promise<M>,
  pick: (module: M) => ComponentType<P>,
): ComponentType<P> {
  return lazy(async () => ({ default: pick(await load()) })) as ComponentType<P>;
}

const HomePage = later(home, (module) => module.HomePage);
const OverviewPanel = later(progress, (module) => module.OverviewPanel);
const StudentsPage = later(people, (module) => module.StudentsPage);
const StudentPage = later(people, (module) => module.StudentPage);
const ExpertsPage = later(people, (module) => module.ExpertsPage);
const CompetenciesPage = later(competencies, (module) => module.CompetenciesPage);
const CompetencyPage = later(competencies, (module) => module.CompetencyPage);
const SchemesPage = later(schemes, (module) => module.SchemesPage);
const SchemePage = later(schemes, (module) => module.SchemePage);
const SchemeEditorPage = later(schemes, (module) => module.SchemeEditorPage);
const TrainingPage = later(training, (module) => module.TrainingPage);
const SessionPage = later(training, (module) => module.SessionPage);
const AssessmentPage = later(assessment, (module) => module.AssessmentPage);
const PrintFormPage = later(assessment, (module) => module.PrintFormPage);
const ContestsPage = later(assessment, (module) => module.ContestsPage);
const ContestPage = later(assessment, (module) => module.ContestPage);
const ContestEntryPage = later(assessment, (module) => module.ContestEntryPage);
const PrintContestPage = later(assessment, (module) => module.PrintContestPage);
const ScoreSheet = later(training, (module) => module.ScoreSheet);
const PlanPage = later(plan, (module) => module.PlanPage);
const InsightPage = later(insight, (module) => module.InsightPage);
const SquadInsightPage = later(insight, (module) => module.SquadInsightPage);
const StudentInsightPage = later(insight, (module) => module.StudentInsightPage);
const ProgressPage = later(progress, (module) => module.ProgressPage);
const SquadProgressPage = later(progress, (module) => module.SquadProgressPage);
const StudentProgressPage = later(progress, (module) => module.StudentProgressPage);
const ChampionshipsPage = later(selection, (module) => module.ChampionshipsPage);
const SelectionPage = later(selection, (module) => module.SelectionPage);
const SelectionProtocolPage = later(selection, (module) => module.SelectionProtocolPage);
const SelectionStudentPage = later(selection, (module) => module.SelectionStudentPage);
const PartnersPage = later(partners, (module) => module.PartnersPage);
const PartnerPage = later(partners, (module) => module.PartnerPage);
const PartnerPrintPage = later(partners, (module) => module.PartnerPrintPage);
const AgreementsPage = later(partners, (module) => module.AgreementsPage);
const VisitsPage = later(partners, (module) => module.VisitsPage);
const VisitPage = later(partners, (module) => module.VisitPage);
const VisitPrintPage = later(partners, (module) => module.VisitPrintPage);
const IndustryPage = later(partners, (module) => module.IndustryPage);
const EventsPage = later(events, (module) => module.EventsPage);
const EventPage = later(events, (module) => module.EventPage);
const EventPrintPage = later(events, (module) => module.EventPrintPage);
const BalancePage = later(events, (module) => module.BalancePage);
const PortfolioPage = later(events, (module) => module.PortfolioPage);
const PortfolioPrintPage = later(events, (module) => module.PortfolioPrintPage);
const TasksPage = later(tasks, (module) => module.TasksPage);
const BasePage = later(base, (module) => module.BasePage);
const BaseListPage = later(base, (module) => module.BaseListPage);
const BaseGapPage = later(base, (module) => module.BaseGapPage);
const PurchasePrintPage = later(base, (module) => module.PurchasePrintPage);
const YearReportPage = later(reports, (module) => module.YearReportPage);
const HistoryPage = later(history, (module) => module.HistoryPage);
const FirstStartNote = later(access, (module) => module.FirstStartNote);
const AccessPage = later(access, (module) => module.AccessPage);
const BackupPage = later(backup, (module) => module.BackupPage);
const RecoverySheetPage = later(backup, (module) => module.RecoverySheetPage);
const ImportPeoplePage = later(exchange, (module) => module.ImportPeoplePage);
const ImportResultsPage = later(exchange, (module) => module.ImportResultsPage);
const PrivacyReminder = later(privacy, (module) => module.PrivacyReminder);
const PrivacyPage = later(privacy, (module) => module.PrivacyPage);
const StudentDataPage = later(privacy, (module) => module.StudentDataPage);
const SettingsPage = later(settings, (module) => module.SettingsPage);
const UpdatePage = later(settings, (module) => module.UpdatePage);

/** The score grid of the practice, handed to the championships: features do not know each other. */
const drawSheet = (request: ComponentProps<typeof ScoreSheet>): ReactNode => <ScoreSheet {...request} />;

/** Which page an address shows. Addresses live behind `#`, so that they mean the same in both doors. */
export function Pages(): ReactNode {
  return (
    <Switch>
      <Route path="/">
        <FirstStartNote />
        <HomePage overview={<OverviewPanel />} reminder={<PrivacyReminder />} />
      </Route>
      <Route path="/students" component={StudentsPage} />
      <Route path="/students/import" component={ImportPeoplePage} />
      <Route path="/students/:id/data">{({ id }) => <StudentDataPage key={id} id={id} />}</Route>
      <Route path="/students/:id">{({ id }) => <StudentPage key={id} id={id} />}</Route>
      <Route path="/experts/:id?">{({ id }) => <ExpertsPage id={id ?? null} />}</Route>
      <Route path="/competencies" component={CompetenciesPage} />
      <Route path="/competencies/:id">{({ id }) => <CompetencyPage key={id} id={id} />}</Route>
      <Route path="/schemes" component={SchemesPage} />
      <Route path="/schemes/:id/edit">{({ id }) => <SchemeEditorPage key={id} id={id} />}</Route>
      <Route path="/schemes/:id">{({ id }) => <SchemePage key={id} id={id} />}</Route>
      <Route path="/training" component={TrainingPage} />
      <Route path="/training/import" component={ImportResultsPage} />
      <Route path="/training/:id/:view?">
        {({ id, view }) => <SessionPage key={id} id={id} view={view} />}
      </Route>
      <Route path="/assessment/:id/print/:schemeId/:kind/:formId?">
        {({ id, schemeId, kind, formId }) => (
          <PrintFormPage sessionId={id} schemeId={schemeId} kind={kind} formId={formId} />
        )}
      </Route>
      <Route path="/assessment/:id/results/:attemptId">
        {({ id, attemptId }) => <AssessmentPage key={id} id={id} view="results" attemptId={attemptId} />}
      </Route>
      <Route path="/assessment/:id/:view?">
        {({ id, view }) => <AssessmentPage key={id} id={id} view={view} />}
      </Route>
      <Route path="/contests" component={ContestsPage} />
      <Route path="/contests/:id/print">{({ id }) => <PrintContestPage key={id} id={id} />}</Route>
      <Route path="/contests/:id/competency/:entryId/marks/:formId">
        {({ entryId, formId }) => (
          <ContestEntryPage key={entryId} entryId={entryId} view="marks" formId={formId} sheet={drawSheet} />
        )}
      </Route>
      <Route path="/contests/:id/competency/:entryId/results/:competitorId">
        {({ entryId, competitorId }) => (
          <ContestEntryPage
            key={entryId}
            entryId={entryId}
            view="results"
            sheet={drawSheet}
            competitorId={competitorId}
          />
        )}
      </Route>
      <Route path="/contests/:id/competency/:entryId/:view?">
        {({ entryId, view }) => (
          <ContestEntryPage key={entryId} entryId={entryId} view={view} sheet={drawSheet} />
        )}
      </Route>
      <Route path="/contests/:id/:view?">
        {({ id, view }) => <ContestPage key={id} id={id} view={view} />}
      </Route>
      <Route path="/plan" component={PlanPage} />
      <Route path="/insight" component={InsightPage} />
      <Route path="/insight/:competencyId">
        {({ competencyId }) => <SquadInsightPage key={competencyId} competencyId={competencyId} />}
      </Route>
      <Route path="/insight/:competencyId/:studentId">
        {({ competencyId, studentId }) => (
          <StudentInsightPage
            key={`${competencyId}/${studentId}`}
            competencyId={competencyId}
            studentId={studentId}
          />
        )}
      </Route>
      <Route path="/progress" component={ProgressPage} />
      <Route path="/progress/:competencyId">
        {({ competencyId }) => <SquadProgressPage key={competencyId} competencyId={competencyId} />}
      </Route>
      <Route path="/progress/:competencyId/:studentId">
        {({ competencyId, studentId }) => (
          <OfCompetency id={competencyId}>
            <StudentProgressPage
              key={`${competencyId}/${studentId}`}
              competencyId={competencyId}
              studentId={studentId}
            />
          </OfCompetency>
        )}
      </Route>
      <Route path="/selection" component={ChampionshipsPage} />
      <Route path="/selection/:id">{({ id }) => <SelectionPage key={id} id={id} />}</Route>
      <Route path="/selection/:id/protocol">{({ id }) => <SelectionProtocolPage key={id} id={id} />}</Route>
      <Route path="/selection/:id/student/:studentId">
        {({ id, studentId }) => (
          <SelectionStudentPage key={`${id}/${studentId}`} id={id} studentId={studentId} />
        )}
      </Route>
      <Route path="/partners" component={PartnersPage} />
      <Route path="/partners/agreements" component={AgreementsPage} />
      <Route path="/partners/industry" component={IndustryPage} />
      <Route path="/partners/visits" component={VisitsPage} />
      <Route path="/partners/visits/:id">{({ id }) => <VisitPage key={id} id={id} />}</Route>
      <Route path="/partners/visits/:id/print">{({ id }) => <VisitPrintPage key={id} id={id} />}</Route>
      <Route path="/partners/:id">{({ id }) => <PartnerPage key={id} id={id} />}</Route>
      <Route path="/partners/:id/print">{({ id }) => <PartnerPrintPage key={id} id={id} />}</Route>
      <Route path="/events" component={EventsPage} />
      <Route path="/events/balance" component={BalancePage} />
      <Route path="/events/portfolio/:studentId">
        {({ studentId }) => <PortfolioPage key={studentId} studentId={studentId} />}
      </Route>
      <Route path="/events/portfolio/:studentId/print">
        {({ studentId }) => <PortfolioPrintPage key={studentId} studentId={studentId} />}
      </Route>
      <Route path="/events/:id">{({ id }) => <EventPage key={id} id={id} />}</Route>
      <Route path="/events/:id/print/:kind">
        {({ id, kind }) => <EventPrintPage key={id} id={id} kind={kind} />}
      </Route>
      <Route path="/tasks/:id?">{({ id }) => <TasksPage key={id} openId={id ?? null} />}</Route>
      <Route path="/base/lists/:id">{({ id }) => <BaseListPage key={id} id={id} />}</Route>
      <Route path="/base/gap/:id">{({ id }) => <BaseGapPage key={id} competencyId={id} />}</Route>
      <Route path="/base/purchases/print" component={PurchasePrintPage} />
      <Route path="/base/:view?/:id?">{({ view, id }) => <BasePage view={view} openId={id} />}</Route>
      <Route path="/report" component={YearReportPage} />
      <Route path="/history" component={HistoryPage} />
      <Route path="/settings/privacy" component={PrivacyPage} />
      <Route path="/settings/access" component={AccessPage} />
      <Route path="/settings/backup/open/:path">
        {({ path }) => <BackupPage key={path} path={fromHexText(path)} />}
      </Route>
      <Route path="/settings/backup">
        <BackupPage />
      </Route>
      <Route path="/settings/backup/sheet" component={RecoverySheetPage} />
      <Route path="/settings/update/open/:path">
        {({ path }) => <UpdatePage key={path} path={fromHexText(path)} />}
      </Route>
      <Route path="/settings/update">
        <UpdatePage path="" />
      </Route>
      <Route path="/settings" component={SettingsPage} />
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
