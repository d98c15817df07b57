import type { PartnerInput } from '../../contract/partnerRecords.ts';
import type { Random } from './random.ts';
import { toDay, toDayNumber } from './sampleCalendar.ts';
import { pickName } from './sampleNames.ts';
import type { SampleTrade } from './sampleTrades.ts';

/** A partner of the sample college with what has happened; days are `YYYY-MM-DD`. */
export interface SamplePartner {
  trade: SampleTrade;
  sector: PartnerInput['sector'];
  contacts: PartnerInput['contacts'];
  address: string;
  /** Null for a partner with whom there are only talks. */
  agreement: {
    number: string;
    startDate: string;
    endDate: string;
    renewalMonths: number;
    thirdParty: string;
  } | null;
  firstVisit: string;
  nextVisit: string | null;
  /** Due days of the three obligations: help with material, judges, interns of the college. */
  dueDates: readonly [string, string, string];
  internship: { startDate: string; endDate: string };
}

const SECTORS: Readonly<Record<string, PartnerInput['sector']>> = {
  '10': 'metal',
  '17': 'it',
  '18': 'energy',
  '20': 'construction',
  '29': 'services',
  '34': 'food',
};

/** Agreements differ so that each state is seen: one runs out, one renews itself, one has three sides, one is still talked about. */
function agreementOf(index: number, day: (offset: number) => string): SamplePartner['agreement'] {
  if (index % 6 === 5) return null;
  const startDate = day(-325 + index * 20);
  const ends = [40, 250, 400, 30, 700];
  return {
    number: `${index + 1}/${startDate.slice(0, 4)}`,
    startDate,
    endDate: day(ends[index % 6] ?? 365),
    renewalMonths: index % 6 === 3 ? 12 : 0,
    thirdParty: index % 6 === 2 ? 'Облыстық білім басқармасы' : '',
  };
}

/** The partner enterprises of the trades, with agreements, visits and internships around today. */
export function listSamplePartners(
  random: Random,
  trades: readonly SampleTrade[],
  today: string,
): SamplePartner[] {
  const now = toDayNumber(today);
  const day = (offset: number): string => toDay(now + offset);
  return trades.map((trade, index) => {
    const { surname, givenName } = pickName(random, random.chance(trade.femaleShare) ? 'female' : 'male');
    const isPast = index % 2 === 0;
    return {
      trade,
      sector: SECTORS[trade.competencyNumber] ?? 'other',
      contacts: [
        {
          name: `${surname} ${givenName}`,
          position: 'Өндіріс жөніндегі директордың орынбасары',
          phone: `+7 700 000 0${random.integer(100, 999)}`,
          email: `partner${index + 1}@example.kz`,
        },
      ],
      address: `Самалтау қаласы, Өндіріс көшесі, ${random.integer(2, 60)}`,
      agreement: agreementOf(index, day),
      firstVisit: day(-340 + index * 21),
      nextVisit: index % 3 === 2 ? null : day(6 + index * 4),
      dueDates: [day(-6 + index * 11), day(12 + index * 9), day(-40 + index)],
      internship: isPast
        ? { startDate: day(-80 + index * 3), endDate: day(-60 + index * 3) }
        : { startDate: day(-5 + index), endDate: day(23 + index) },
    };
  });
}
