import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound } from '../../router/refusal.ts';
import { listEvents, searchAwards, searchEvents } from './events.repository.ts';
import {
  describeBalance,
  describeEvent,
  describePortfolio,
  removeEvent,
  saveAward,
  saveEvent,
  setParticipants,
  type PortfolioSources,
} from './events.service.ts';

/** Events for all-round development, participation, portfolios. */
export function createEventHandlers(sources: PortfolioSources): FeatureHandlers<'events'> {
  return {
    'events.list': async (_, { db }) => ({ events: await listEvents(db) }),
    'events.get': ({ id }, { db }) => describeEvent(db, id),
    'events.save': async (input, { write }) => ({ id: await write((work) => saveEvent(work, input)) }),
    'events.remove': async ({ id }, { write }) => {
      await write((work) => removeEvent(work, id));
      return {};
    },
    'events.setParticipants': async (input, { write }) => {
      await write((work) => setParticipants(work, input));
      return {};
    },
    'events.balance': (span, { db }) => describeBalance(db, span),
    'events.portfolio': ({ studentId }, { db }) => describePortfolio(db, studentId, sources),
    'events.saveAward': async (input, { write }) => ({ id: await write((work) => saveAward(work, input)) }),
    'events.removeAward': async ({ id }, { write }) => {
      await write(async (work) => assertFound(await work.remove('student_awards', id), 'award'));
      return {};
    },
    'events.search': async ({ text, limit }, { db }) => {
      const events = await searchEvents(db, text, limit);
      const awards = await searchAwards(db, text, limit);
      return {
        found: [
          ...events.map((row) => ({ kind: 'event' as const, parentId: null, ...row })),
          ...awards.map((row) => ({ kind: 'award' as const, ...row })),
        ].slice(0, limit),
      };
    },
  };
}
