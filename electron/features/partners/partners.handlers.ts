import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import { listIndustryPeople } from './industry.repository.ts';
import { listAgreements, listInternships, listVisits, readNames } from './partners.repository.ts';
import {
  removeAgreement,
  removePartner,
  saveAgreement,
  saveContribution,
  saveInternship,
  saveObligation,
  savePartner,
  savePerson,
  saveVisit,
} from './partners.service.ts';
import {
  describePartner,
  describePartners,
  describeVisit,
  searchPartners,
  type ListTasks,
} from './partnerViews.service.ts';

type RemoveRoute = Extract<keyof FeatureHandlers<'partners'>, `partners.remove${string}`>;

/** Removals: tombstones, which one undo brings back. */
const removeHandlers: Pick<FeatureHandlers<'partners'>, RemoveRoute> = {
  'partners.remove': async ({ id }, { write }) => {
    await write((work) => removePartner(work, id));
    return {};
  },
  'partners.removeAgreement': async ({ id }, { write }) => {
    await write((work) => removeAgreement(work, id));
    return {};
  },
  'partners.removeObligation': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('obligations', id), 'obligation'));
    return {};
  },
  'partners.removeContribution': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('contributions', id), 'contribution'));
    return {};
  },
  'partners.removeVisit': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('visits', id), 'visit'));
    return {};
  },
  'partners.removePerson': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('industry_people', id), 'person'));
    return {};
  },
  'partners.removeInternship': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('internships', id), 'internship'));
    return {};
  },
};

/** Partners, agreements, visits, what partners give, their people, internships. */
export function createPartnerHandlers(listTasks: ListTasks): FeatureHandlers<'partners'> {
  return {
    ...removeHandlers,
    'partners.list': (_, { db, today }) => describePartners(db, listTasks, today),
    'partners.get': ({ id }, { db, today }) => describePartner(db, listTasks, { id, today }),
    'partners.save': async (input, { write }) => ({ id: await write((work) => savePartner(work, input)) }),
    'partners.listAgreements': async (_, { db }) => ({
      agreements: await listAgreements(db, await readNames(db)),
    }),
    'partners.saveAgreement': async (input, { write }) => ({
      id: await write((work) => saveAgreement(work, input)),
    }),
    'partners.saveObligation': async (input, { write }) => ({
      id: await write((work) => saveObligation(work, input)),
    }),
    'partners.saveContribution': async (input, { write }) => ({
      id: await write((work) => saveContribution(work, input)),
    }),
    'partners.listVisits': async (_, { db }) => ({ visits: await listVisits(db, await readNames(db)) }),
    'partners.getVisit': ({ id }, { db }) => describeVisit(db, listTasks, id),
    'partners.saveVisit': async (input, { write }) => ({
      id: await write((work) => saveVisit(work, input)),
    }),
    'partners.listPeople': async (_, { db }) => ({
      people: await listIndustryPeople(db, await readNames(db)),
    }),
    'partners.savePerson': async (input, { write }) => ({
      id: await write((work) => savePerson(work, input)),
    }),
    'partners.listInternships': async ({ studentId }, { db }) => {
      const all = await listInternships(db, await readNames(db));
      return {
        internships: studentId === undefined ? all : all.filter((one) => one.studentId === studentId),
      };
    },
    'partners.saveInternship': async (input, { write }) => ({
      id: await write((work) => saveInternship(work, input)),
    }),
    'partners.search': async ({ text, limit }, { db }) => ({ found: await searchPartners(db, text, limit) }),
  };
}
