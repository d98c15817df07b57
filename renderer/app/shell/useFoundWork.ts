import {
  IconBuildingFactory2,
  IconCertificate,
  IconChecklist,
  IconFileCertificate,
  IconListDetails,
  IconTrophy,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';
import { useRouteQuery } from '../../client/queries.ts';
import { useMay } from '../../client/useAccess.ts';
import { useCompetencyName } from '../../client/useCompetencies.ts';
import { useFormat } from '../../i18n/useLanguage.ts';
import type { CommandItem } from '../../ui/CommandList.tsx';

/** Something that can be found, with the words that find it. */
interface Findable extends Omit<CommandItem, 'run'> {
  words: string;
  address: string;
}

const MOST_WORK = 10;

/** Competencies, marking schemes and championships: lists that are short enough to be searched here. */
function useContestWork(enabled: boolean): Findable[] {
  const format = useFormat();
  const nameOf = useCompetencyName();
  const competencies = useRouteQuery('competencies.list', {}, { enabled }).data?.competencies;
  const schemes = useRouteQuery('schemes.list', {}, { enabled }).data?.schemes;
  const mayChampionships = useMay('selection.read');
  const championships = useRouteQuery('championships.list', {}, { enabled: enabled && mayChampionships }).data
    ?.championships;
  return [
    ...(competencies ?? []).map((one) => ({
      id: `competency-${one.id}`,
      label: nameOf(one.id),
      detail: [one.number, one.edition].filter((part) => part !== '').join(' · '),
      icon: IconCertificate,
      words: foldForSearch(one.name.kk, one.name.ru, one.name.en, one.number),
      address: `/competencies/${one.id}`,
    })),
    ...(schemes ?? []).map((one) => ({
      id: `scheme-${one.id}`,
      label: one.title,
      detail: one.competencyId === null ? '' : nameOf(one.competencyId),
      icon: IconListDetails,
      words: foldForSearch(one.title, one.sourceFileName),
      address: `/schemes/${one.id}`,
    })),
    ...(championships ?? []).map((one) => ({
      id: `championship-${one.id}`,
      label: one.name,
      detail: format.date(one.startDate),
      icon: IconTrophy,
      words: foldForSearch(one.name, one.place),
      address: `/contests/${one.id}`,
    })),
  ];
}

/** Tasks and promises, obligations of agreements, internships. */
function useDutyWork(enabled: boolean): Findable[] {
  const format = useFormat();
  const tasks = useRouteQuery('tasks.list', {}, { enabled }).data?.tasks;
  const mayPartners = useMay('partners.read');
  const options = { enabled: enabled && mayPartners };
  const agreements = useRouteQuery('partners.listAgreements', {}, options).data?.agreements;
  const internships = useRouteQuery('partners.listInternships', {}, options).data?.internships;
  const details = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
  return [
    ...(tasks ?? []).map((one) => ({
      id: `task-${one.id}`,
      label: one.title,
      detail: details(one.dueDate === null ? '' : format.date(one.dueDate), one.responsibleName),
      icon: IconChecklist,
      words: foldForSearch(one.title, one.notes, one.responsibleName),
      address: `/tasks/${one.id}`,
    })),
    ...(agreements ?? []).flatMap(({ obligations, partnerId, partnerName }) =>
      obligations.map((one) => ({
        id: `obligation-${one.id}`,
        label: one.what,
        detail: details(one.dueDate === null ? '' : format.date(one.dueDate), partnerName),
        icon: IconFileCertificate,
        words: foldForSearch(one.what, one.responsibleName),
        address: `/partners/${partnerId}`,
      })),
    ),
    ...(internships ?? []).map((one) => ({
      id: `internship-${one.id}`,
      label: one.studentName,
      detail: details(one.partnerName, format.date(one.startDate)),
      icon: IconBuildingFactory2,
      words: foldForSearch(one.studentName, one.place, one.mentorName),
      address: `/partners/${one.partnerId}`,
    })),
  ];
}

/** What a text finds among competencies, schemes and championships, and among tasks, obligations and internships. */
export function useFoundWork(text: string): { contest: CommandItem[]; duties: CommandItem[] } {
  const [, navigate] = useLocation();
  const contest = useContestWork(text !== '');
  const duties = useDutyWork(text !== '');
  const pick = (all: readonly Findable[]): CommandItem[] =>
    text === ''
      ? []
      : all
          .filter((one) => matchesSearch(one.words, text))
          .slice(0, MOST_WORK)
          .map(({ words: _, address, ...item }) => ({ ...item, run: () => navigate(address) }));
  return { contest: pick(contest), duties: pick(duties) };
}
