import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/registry.ts';
import { makeCisWorkbook } from './cisWorkbook.ts';
import { aStudent } from './entries.ts';
import { makeJudgement, makeMeasurement, makeSampleScheme } from './sampleScheme.ts';

interface Callable {
  call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>>;
}

/** What stands on the forms of a long scheme. */
export interface PaperCollege {
  championshipId: string;
  entryId: string;
  sessionId: string;
  schemeId: string;
  /** The sub-criterion with the most aspects. */
  longFormId: string;
  /** Teams of two, the order they were entered in. */
  teamNames: string[];
  memberNames: string[];
}

const LONG =
  'Қазандық бөлмесіндегі барлық құбырлардың, бекіткіштердің және жапқыш арматураның орналасуы сызбаға, өндірушінің нұсқаулығына және қауіпсіздік талаптарына толық сәйкес келеді';
const NOTE = 'Тек сынақтан кейін, екі сарапшының қатысуымен өлшенеді; ағып кету анықталса, балл қойылмайды';
const RUNG =
  'Жұмыс салалық талаптардан асып түседі, беті таза, қосылыстары біркелкі, ақауы жоқ, өте жоғары деңгейде';
const WORD = 'Электрқұрылғыларынқайтажабдықтандырушыларымыздың';

/** Aspects of a criterion's five sub-criteria; the first sub-criterion of all has thirty-five. */
const COUNTS = [[35, 5, 5, 5], [20, 5, 5], [20, 5, 5], [20, 5], [20, 5], [15, 5], [15, 5], [10], [10]];

/** 220 aspects in nine criteria with the longest texts that real files have, every fifth judged. */
export function makeLongScheme(): SchemeDocument {
  const document = makeSampleScheme();
  document.calculations = [];
  document.criteria = COUNTS.map((counts, criterion) => {
    const code = 'ABCDEFGHI'.charAt(criterion);
    return {
      code,
      name: `${LONG.slice(0, 60 + 6 * criterion)} (${code})`,
      declaredHundredths: null,
      subCriteria: counts.map((count, form) => ({
        code: `${code}${form + 1}`,
        name: `${LONG.slice(0, 90)} – ${form + 1}`,
        markingDay: (criterion % 3) + 1,
        aspects: Array.from({ length: count }, (_, index) =>
          index % 5 === 4
            ? makeJudgement(`${LONG}. ${WORD}`, 45, {
                descriptors: ([0, 1, 2, 3] as const).map((score) => ({ score, text: `${RUNG} (${score})` })),
              })
            : makeMeasurement(`${LONG}, ${index + 1}`, 45, {
                requirement: index % 3 === 0 ? `1500 ± 2 мм; ${NOTE}` : '',
                extraDescription: index % 4 === 0 ? NOTE : '',
                extraRows: index % 10 === 0 ? [{ text: NOTE, afterDescriptors: 0 }] : [],
              }),
        ),
      })),
    };
  });
  return document;
}

async function addTeams(
  app: Callable,
  entryId: string,
  count: number,
): Promise<{ names: string[]; members: string[] }> {
  const names: string[] = [];
  const members: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const letter = 'абвгдежзиклмнопрстуф'.charAt(index);
    const studentIds: string[] = [];
    for (const place of [1, 2]) {
      const surname = `Әбдірахманқызы-${letter.toUpperCase()}${place}`;
      const student = aStudent({
        surname,
        givenName: 'Нұрсұлтанбек',
        patronymic: 'Мұхаммедғалиұлы',
        birthDate: null,
      });
      studentIds.push((await app.call('people.createStudent', student)).id);
      members.push(`${surname} Нұрсұлтанбек`);
    }
    const teamName = index % 2 === 0 ? `«Шың-${letter.toUpperCase()}» жас шеберлер командасы` : '';
    names.push(teamName);
    await app.call('contest.addCompetitors', { entryId, competitors: [{ teamName, studentIds }] });
  }
  return { names, members };
}

/** A championship of teams of two at a scheme of 220 aspects with long texts, marked but for a team that is out. */
export async function makePaperCollege(app: Callable, teams = 14): Promise<PaperCollege> {
  const { competencies } = await app.call('competencies.list', {});
  const competencyId = competencies.find(({ number }) => number === '15')?.id ?? '';
  const workbook = Buffer.from(await makeCisWorkbook(makeLongScheme())).toString('base64');
  const imported = await app.call('schemes.importWorkbook', {
    fileName: 'long.xlsx',
    content: workbook,
    dryRun: false,
  });
  const schemeId = imported.schemeId ?? '';
  const { id: championshipId } = await app.call('championships.create', {
    name: 'Кәсіптік шеберлік бойынша облыстық сынақ чемпионаты, екінші кезең',
    stage: 'regional',
    startDate: '2026-03-02',
    endDate: '2026-03-04',
    place: 'Политехникалық колледждің өндірістік шеберханасы',
    isMock: true,
    maxAge: null,
    notes: '',
    competencies: [{ competencyId, mainSeats: 1, reserveSeats: 0, teamSize: 2, maxAge: null }],
  });
  const entryId = (await app.call('contest.get', { championshipId })).entries[0]?.id ?? '';
  const { sessionId } = await app.call('contest.setScheme', { entryId, schemeId });
  const { names, members } = await addTeams(app, entryId, teams);
  const { competitors } = await app.call('contest.getEntry', { entryId });
  const scheme = await app.call('schemes.get', { id: schemeId });
  const forms = scheme.criteria.flatMap((criterion) => criterion.subCriteria);
  for (const [index, competitor] of competitors.entries()) {
    const marks = forms
      .flatMap((form) => form.aspects)
      .map((aspect, place) => ({
        attemptId: competitor.attemptId ?? '',
        aspectId: aspect.id,
        entry:
          aspect.kind === 'judgement'
            ? ({ kind: 'score', score: (place + index) % 4 } as const)
            : ({ kind: 'points', markHundredths: place < 12 * index ? 0 : aspect.maxHundredths } as const),
      }));
    await app.call('training.setMarks', { marks });
  }
  await app.call('assessment.changeState', {
    attemptId: competitors.at(-1)?.attemptId ?? '',
    step: 'set_disqualified',
    byExpertId: null,
    reason: 'Қауіпсіздік талаптары бұзылды',
  });
  const longFormId = forms.toSorted((a, b) => b.aspects.length - a.aspects.length)[0]?.id ?? '';
  return { championshipId, entryId, sessionId, schemeId, longFormId, teamNames: names, memberNames: members };
}
