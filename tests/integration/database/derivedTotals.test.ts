import { join } from 'node:path';
import SqliteDriver from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { setUpTraining } from '../../helpers/training.ts';

interface Sums {
  attempt_id: string;
  competency_id: string;
  date: string;
  mark: number;
  max: number;
  count: number;
}

/** Adds up the marks anew, straight from the rows. */
const RECOUNTED = `
  select attempts.id as attempt_id, sessions.competency_id, sessions.date,
    coalesce(sum(marks.mark_hundredths), 0) as mark,
    coalesce(sum(case when marks.outcome = 'marked' then aspects.max_hundredths end), 0) as max,
    count(case when marks.outcome = 'marked' then 1 end) as count
  from attempts
  join sessions on sessions.id = attempts.session_id and sessions.deleted_at is null
  left join marks on marks.attempt_id = attempts.id and marks.deleted_at is null
  left join aspects on aspects.id = marks.aspect_id
  where attempts.deleted_at is null
  group by attempts.id order by attempts.id`;

const KEPT = `
  select attempt_id, competency_id, date, mark_hundredths as mark, marked_max_hundredths as max,
    marked_count as count
  from attempt_totals order by attempt_id`;

/** Stops the application, compares, starts it again: the file belongs to one program at a time. */
async function expectTrueSums(app: TestApplication): Promise<number> {
  await app.application.stop();
  const db = new SqliteDriver(join(app.dataFolder, 'shyng.sqlite'), { readonly: true });
  const [kept, recounted] = [db.prepare(KEPT).all() as Sums[], db.prepare(RECOUNTED).all() as Sums[]];
  db.close();
  expect(kept).toEqual(recounted);
  await app.restart();
  return kept.length;
}

describe('sums of attempts', () => {
  test('agree with the marks after marking, moving, deleting and undoing', async () => {
    await using app = await openApplication();
    const { attemptIds, aspects, sessionId, competencyId } = await setUpTraining(app, { students: 3 });
    const marks = attemptIds.flatMap((attemptId, row) =>
      aspects.map((aspect, column) => ({
        attemptId,
        aspectId: aspect.id,
        entry:
          aspect.kind === 'judgement'
            ? { kind: 'score' as const, score: (row + column) % 4 }
            : { kind: 'points' as const, markHundredths: (row * 7 + column) % 29 },
      })),
    );
    await app.call('training.setMarks', { marks });
    expect(await expectTrueSums(app)).toBe(3);
    const session = {
      competencyId,
      date: '2026-04-09',
      durationMinutes: 60,
      workshop: '',
      expertId: null,
      notes: '',
    };
    await app.call('training.updateSession', { id: sessionId, ...session });
    await app.call('training.removeAttempt', { id: attemptIds[0]! });
    expect(await expectTrueSums(app)).toBe(2);
    await app.call('training.removeSession', { id: sessionId });
    expect(await expectTrueSums(app)).toBe(0);
    for (const expected of [2, 3, 3, 3]) {
      await app.call('history.undo', {});
      expect(await expectTrueSums(app)).toBe(expected);
    }
  });
});

describe('hot queries', () => {
  /** What the screens ask most, with the index that must answer. */
  const queries: [string, string, RegExp][] = [
    ['marks of an attempt', 'select * from marks where attempt_id = ?', /marks_by_attempt_id/],
    ['marks of a sheet', 'select * from marks where attempt_id in (?, ?)', /marks_by_attempt_id/],
    [
      'a squad in time',
      'select attempt_id, date, mark_hundredths, marked_max_hundredths from attempt_totals where competency_id = ? order by date, attempt_id',
      /COVERING INDEX attempt_totals_in_time/,
    ],
    [
      'a student in time',
      'select attempt_id, date from attempt_totals where competency_id = ? and student_id = ? order by date',
      /COVERING INDEX attempt_totals_of_students/,
    ],
    [
      'sections of a squad',
      'select section_number, sum(mark_hundredths) from attempt_section_totals where competency_id = ? group by section_number',
      /COVERING INDEX attempt_section_totals_of_sections/,
    ],
    ['attempts of a session', 'select * from attempts where session_id = ?', /attempts_by_session_id/],
    ['changes of an action', 'select * from changes where action_id = ?', /changes_by_action_id/],
    [
      'what can be undone',
      "select * from actions where kind = 'do' and undoable = 1 and undone = 0 order by id desc limit 1",
      /actions_by_kind_undoable_undone_id/,
    ],
  ];

  test('use their index and scan nothing', async () => {
    await using app = await openApplication();
    await app.application.stop();
    const db = new SqliteDriver(join(app.dataFolder, 'shyng.sqlite'), { readonly: true });
    for (const [name, query, index] of queries) {
      const parameters = Array.from(query.matchAll(/\?/g), () => 'x');
      const rows = db.prepare(`explain query plan ${query}`).all(...parameters) as { detail: string }[];
      const plan = rows.map((row) => row.detail).join('; ');
      expect(plan, name).toMatch(index);
      expect(plan, name).not.toMatch(/SCAN|TEMP B-TREE/);
    }
    db.close();
    await app.restart();
  });
});
