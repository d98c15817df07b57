import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { v7 } from 'uuid';
import type { MarkEntry } from '#shared/contract/training.ts';
import { importSampleScheme } from '../helpers/training.ts';
import type { TestApplication } from '../helpers/application.ts';
import { makeCisWorkbook } from '../helpers/cisWorkbook.ts';
import { makeMeasurement, makeSampleScheme } from '../helpers/sampleScheme.ts';
import { quantile, time, type Figure } from './figure.ts';

const SHEET_ASPECTS = 150;

interface Sheet {
  attemptIds: string[];
  aspects: { id: string; maxHundredths: number }[];
}

/** A scheme of 150 measurements, and attempts of one student at it. */
async function makeSheet(app: TestApplication, attempts: number): Promise<Sheet> {
  const document = makeSampleScheme();
  const form = document.criteria[0]?.subCriteria[0];
  if (!form) throw new Error('the sample scheme has no form');
  form.aspects = Array.from({ length: SHEET_ASPECTS }, (_, index) => makeMeasurement(`Aspect ${index}`, 66));
  document.criteria = [{ code: 'A', name: 'Sheet', declaredHundredths: null, subCriteria: [form] }];
  document.calculations = [];
  const { schemeId } = await app.call('schemes.importWorkbook', {
    fileName: 'bench.xlsx',
    content: Buffer.from(await makeCisWorkbook(document)).toString('base64'),
    dryRun: false,
  });
  const scheme = await app.call('schemes.get', { id: schemeId ?? (await importSampleScheme(app)) });
  const { students } = await app.call('people.listStudents', {});
  const studentId = students[0]?.id ?? '';
  const { competencies } = await app.call('competencies.list', {});
  const attemptIds: string[] = [];
  for (let index = 0; index < attempts; index += 1) {
    const { id: sessionId } = await app.call('training.createSession', {
      competencyId: competencies[0]?.id ?? '',
      date: '2026-01-15',
      durationMinutes: 60,
      workshop: '',
      expertId: null,
      notes: '',
    });
    const added = await app.call('training.addAttempts', {
      sessionId,
      schemeId: scheme.id,
      studentIds: [studentId],
      subCriterionIds: null,
    });
    attemptIds.push(...added.attemptIds);
  }
  return {
    attemptIds,
    aspects: scheme.criteria.flatMap((one) => one.subCriteria.flatMap((two) => two.aspects)),
  };
}

/** The bare program: the same marks into the same columns, one prepared statement, one transaction, the same safety. */
function openBareProgram(folder: string): (attemptId: string, aspectIds: readonly string[]) => void {
  const db = new SqliteDriver(join(folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`create table marks (id text primary key not null, attempt_id text not null, aspect_id text not null,
    outcome text not null, mark_hundredths integer, score integer, created_at text not null, updated_at text not null,
    deleted_at text) strict; create index marks_by_attempt on marks (attempt_id)`);
  const insert = db.prepare('insert into marks values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return db.transaction((attemptId: string, aspectIds: readonly string[]) => {
    const at = new Date().toISOString();
    for (const aspectId of aspectIds) insert.run(v7(), attemptId, aspectId, 'marked', 50, null, at, at, null);
  });
}

const points = (markHundredths: number): MarkEntry => ({ kind: 'points', markHundredths });

/** One value and one whole sheet through the router, with a million marks in the file. */
export async function measureMarking(app: TestApplication): Promise<Figure[]> {
  const runs = 40;
  const sheet = await makeSheet(app, runs + 5);
  const first = sheet.attemptIds[0] ?? '';
  const single = await time(300, async (run) => {
    const aspect = sheet.aspects[run % SHEET_ASPECTS];
    const mark = { attemptId: first, aspectId: aspect?.id ?? '', entry: points(run % 66) };
    await app.call('training.setMarks', { marks: [mark] });
  });
  const aspectIds = sheet.aspects.map((aspect) => aspect.id);
  const whole = await time(runs, async (run) => {
    const attemptId = sheet.attemptIds[run + 1] ?? '';
    const marks = aspectIds.map((aspectId) => ({ attemptId, aspectId, entry: points(50) }));
    await app.call('training.setMarks', { marks });
  });
  const folder = mkdtempSync(join(tmpdir(), 'shyng-bench-'));
  const bareProgram = openBareProgram(folder);
  // One value a transaction: what the disk alone asks for each acknowledged keystroke.
  const bareSingle = await time(300, (run) => {
    bareProgram(first, [aspectIds[run % SHEET_ASPECTS] ?? '']);
    return Promise.resolve();
  });
  const bare = await time(runs, (run) => {
    bareProgram(sheet.attemptIds[run] ?? '', aspectIds);
    return Promise.resolve();
  });
  rmSync(folder, { recursive: true, force: true });
  return [
    { name: 'grid.save.p50.ms', value: quantile(single, 0.5), unit: 'ms' },
    { name: 'grid.save.p95.ms', value: quantile(single, 0.95), unit: 'ms' },
    { name: 'grid.bare.p95.ms', value: quantile(bareSingle, 0.95), unit: 'ms' },
    { name: 'grid.save.ratio', value: quantile(single, 0.5) / quantile(bareSingle, 0.5), unit: 'ratio' },
    { name: 'sheet.save.ms', value: quantile(whole, 0.5), unit: 'ms' },
    { name: 'sheet.bare.ms', value: quantile(bare, 0.5), unit: 'ms' },
    { name: 'sheet.save.ratio', value: quantile(whole, 0.5) / quantile(bare, 0.5), unit: 'ratio' },
  ];
}
