export { AgreementsPage } from './components/AgreementsPage.tsx';
export { IndustryPage } from './components/IndustryPage.tsx';
export { PartnerPage } from './components/PartnerPage.tsx';
export { PartnerPrintPage } from './components/PartnerPrintPage.tsx';
export { PartnersPage } from './components/PartnersPage.tsx';
export { VisitPage } from './components/VisitPage.tsx';
export { VisitPrintPage } from './components/VisitPrintPage.tsx';
export { VisitsPage } from './components/VisitsPage.tsx';
