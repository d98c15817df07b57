import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registry, type RouteName } from '#shared/contract/registry.ts';
import { permissions } from '#shared/contract/route.ts';
import { isAllowed, isInTable } from '#shared/domain/access/roleTable.ts';
import { roles, type Role } from '#shared/domain/access/roles.ts';
import { waitAfter } from '../../../electron/features/access/secrets.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { aStudent } from '../../helpers/entries.ts';
import { findCompetency, setUpTraining } from '../../helpers/training.ts';

const ADMINISTRATOR = { name: 'Айгүл', secret: 'жеті қазына' };

/** Starts with profiles; the administrator is signed in afterwards. */
async function startProfiles(app: TestApplication): Promise<string> {
  await app.call('access.startProfiles', ADMINISTRATOR);
  return (await app.call('access.getState', {})).person?.id ?? '';
}

async function addProfile(
  app: TestApplication,
  role: Role,
  narrowed: { competencyIds?: string[]; expertId?: string } = {},
): Promise<string> {
  const profile = {
    name: role,
    role,
    competencyIds: narrowed.competencyIds ?? [],
    expertId: narrowed.expertId ?? null,
  };
  return (await app.call('access.createProfile', { ...profile, secret: '123456' })).id;
}

const signIn = (app: TestApplication, profileId: string, secret = '123456'): Promise<unknown> =>
  app.call('access.signIn', { profileId, secret });

/** An input that fits no route: a call that is let in gets no further. */
const NOTHING_FITS = null;

async function codeOf(app: TestApplication, route: RouteName): Promise<string> {
  const answer = await app.application.dispatch(route, NOTHING_FITS, { kind: 'trusted', door: 'window' });
  return answer.ok ? 'ok' : answer.error.code;
}

describe('the table of roles', () => {
  test('says of each permission who has it, and the administrator has all', () => {
    for (const permission of permissions) {
      expect(`${permission} ${isInTable(permission) ? 'is' : 'is not'} in the table`).toBe(
        `${permission} is in the table`,
      );
      expect(isAllowed('administrator', permission)).toBe(true);
      for (const role of roles) {
        if (isAllowed(role, permission)) expect(isAllowed('administrator', permission)).toBe(true);
      }
    }
  });

  test('who only looks never writes', () => {
    const writing = permissions.filter((permission) => permission.endsWith('.write'));
    for (const permission of writing) expect(isAllowed('viewer', permission)).toBe(false);
  });

  test('is what the router does, for each role and each route', async () => {
    await using app = await openApplication();
    const administrator = await startProfiles(app);
    const names = (Object.keys(registry) as RouteName[]).sort();
    const answers = new Map(names.map((name) => [name, [] as string[]]));
    for (const role of roles) {
      await signIn(app, administrator, ADMINISTRATOR.secret);
      await signIn(app, await addProfile(app, role));
      for (const name of names) {
        const expected = isAllowed(role, registry[name].permission) ? 'bad_input' : 'forbidden';
        const code = await codeOf(app, name);
        expect(`${role} ${name} ${code}`).toBe(`${role} ${name} ${expected}`);
        answers.get(name)?.push(code === 'forbidden' ? '.' : role.slice(0, 1).toUpperCase());
      }
    }
    // What the router did, to be read by people; a change of it is seen in review.
    const width = Math.max(...names.map(({ length }) => length)) + 2;
    const lines = [...answers].map(([name, cells]) => `${name.padEnd(width)}${cells.join(' ')}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./rolesByRoute.txt');
    await app.call('access.signOut', {});
    for (const name of names) {
      const expected = registry[name].permission === 'app.open' ? 'bad_input' : 'sign_in_needed';
      expect(`nobody ${name} ${await codeOf(app, name)}`).toBe(`nobody ${name} ${expected}`);
    }
  });
});

describe('records', () => {
  test('an instructor writes in the own competencies only, whatever the route', async () => {
    await using app = await openApplication();
    const { competencyId, sessionId, attemptIds, aspects } = await setUpTraining(app);
    const other = await findCompetency(app, '17');
    const administrator = await startProfiles(app);
    const own = await addProfile(app, 'instructor', { competencyIds: [competencyId] });
    const stranger = await addProfile(app, 'instructor', { competencyIds: [other] });
    const mark = {
      attemptId: attemptIds[0] ?? '',
      aspectId: aspects[0]?.id ?? '',
      entry: { kind: 'not_attempted' as const },
    };
    const session = {
      competencyId,
      date: '2026-03-03',
      durationMinutes: 60,
      workshop: '',
      expertId: null,
      notes: '',
    };

    await signIn(app, stranger);
    expect(await app.refused('training.setMarks', { marks: [mark] })).toBe('forbidden_record');
    expect(await app.refused('training.updateSession', { id: sessionId, ...session })).toBe(
      'forbidden_record',
    );
    expect(await app.refused('training.createSession', session)).toBe('forbidden_record');
    expect(await app.refused('training.removeSession', { id: sessionId })).toBe('forbidden_record');
    // Nor can it be taken over by moving it to the own competency.
    const moved = { ...session, id: sessionId, competencyId: other };
    expect(['forbidden_record', 'in_use']).toContain(await app.refused('training.updateSession', moved));
    expect(await app.refused('history.undo', {})).toBe('forbidden_record');
    await app.call('training.createSession', { ...session, competencyId: other });

    await signIn(app, own);
    await app.call('training.setMarks', { marks: [mark] });
    await app.call('history.undo', {});
    await signIn(app, administrator, ADMINISTRATOR.secret);
    const { actions } = await app.call('history.list', { limit: 3 });
    expect(actions.map(({ actorName }) => actorName)).toEqual(['instructor', 'instructor', 'instructor']);
  });

  test('a judge marks only where this expert is in the team', async () => {
    await using app = await openApplication();
    const { sessionId, attemptIds, aspects } = await setUpTraining(app);
    const expert = {
      surname: 'Төреші',
      givenName: 'Ә',
      patronymic: '',
      organisation: '',
      position: '',
      phone: '',
      email: '',
      notes: '',
    };
    const { id: expertId } = await app.call('people.createExpert', expert);
    const administrator = await startProfiles(app);
    const judge = await addProfile(app, 'judge', { expertId });
    const aspect = aspects.find(({ kind }) => kind === 'judgement');
    const score = {
      attemptId: attemptIds[0] ?? '',
      aspectId: aspect?.id ?? '',
      expertId,
      score: 2 as const,
      note: '',
    };
    await signIn(app, judge);
    expect(await app.refused('training.setMarks', { marks: [] })).toBe('forbidden');
    expect(['forbidden_record', 'judge_not_in_team']).toContain(
      await app.refused('assessment.scoreAspect', score),
    );
    await signIn(app, administrator, ADMINISTRATOR.secret);
    await app.call('assessment.setTeam', {
      sessionId,
      subCriterionId: null,
      judgeIds: [expertId],
      supervisorId: null,
    });
    await signIn(app, judge);
    await app.call('assessment.scoreAspect', score);
  });
});

describe('signing in', () => {
  test('a new college works for a single person, who may do everything', async () => {
    await using app = await openApplication();
    const state = await app.call('access.getState', {});
    expect(state).toMatchObject({ mode: 'single', person: null, names: [] });
    expect(state.permissions.toSorted()).toEqual([...permissions].toSorted());
  });

  test('there is no default password, short ones are refused, and nobody stays signed in over a start', async () => {
    await using app = await openApplication();
    for (const secret of ['', '123456a', 'abcdefg', '12345']) {
      expect(await app.refused('access.startProfiles', { name: 'А', secret })).toBe('bad_input');
    }
    const id = await startProfiles(app);
    await app.restart();
    expect((await app.call('access.getState', {})).person).toBeNull();
    expect(await app.refused('people.listStudents', {})).toBe('sign_in_needed');
    expect(await app.refused('access.signIn', { profileId: id, secret: 'жеті казына' })).toBe(
      'sign_in_wrong',
    );
    await signIn(app, id, ADMINISTRATOR.secret);
    await app.call('people.createStudent', aStudent({}));
  });

  test('failures have to wait longer and longer, also over a start', async () => {
    let now = Date.parse('2026-09-01T05:00:00Z');
    await using app = await openApplication({ wallClock: () => now });
    const id = await startProfiles(app);
    const wrong = { profileId: id, secret: 'wrong password' };
    for (let failure = 0; failure < 4; failure += 1) {
      expect(await app.refused('access.signIn', wrong)).toBe('sign_in_wrong');
    }
    await app.restart();
    expect(await app.refused('access.signIn', { profileId: id, secret: ADMINISTRATOR.secret })).toBe(
      'sign_in_wait',
    );
    now += 2500;
    expect(await app.refused('access.signIn', wrong)).toBe('sign_in_wrong');
    now += 2500;
    expect(await app.refused('access.signIn', wrong)).toBe('sign_in_wait');
    now += 2500;
    await signIn(app, id, ADMINISTRATOR.secret);
    expect([3, 4, 5, 10, 30].map(waitAfter)).toEqual([0, 2, 4, 128, 900]);
  });

  test('idle locks', async () => {
    let now = Date.parse('2026-09-01T05:00:00Z');
    await using app = await openApplication({ wallClock: () => now });
    await startProfiles(app);
    await app.call('access.setIdleMinutes', { minutes: 5 });
    now += 4 * 60_000;
    await app.call('people.listStudents', {});
    now += 5 * 60_000 + 1;
    expect(await app.refused('people.listStudents', {})).toBe('sign_in_needed');
  });

  test('the last administrator stays, and undo never touches profiles', async () => {
    await using app = await openApplication();
    const id = await startProfiles(app);
    const fields = { name: 'А', role: 'viewer' as const, competencyIds: [], expertId: null, active: true };
    expect(await app.refused('access.updateProfile', { id, ...fields })).toBe('last_administrator');
    expect(await app.refused('history.undo', {})).toBe('nothing_to_undo');
    const second = await addProfile(app, 'administrator');
    await app.call('access.updateProfile', { id, ...fields });
    await signIn(app, second);
    expect((await app.call('access.listProfiles', {})).profiles).toHaveLength(2);
    await app.call('access.stopProfiles', {});
    expect((await app.call('access.getState', {})).mode).toBe('single');
  });

  test('passwords are nowhere in the data folder, nor in the change log', async () => {
    await using app = await openApplication();
    await startProfiles(app);
    await app.call('access.changeSecret', { oldSecret: ADMINISTRATOR.secret, newSecret: '987654321' });
    await app.application.stop();
    for (const name of readdirSync(app.dataFolder, { withFileTypes: true })) {
      if (!name.isFile()) continue;
      const content = readFileSync(join(app.dataFolder, name.name));
      for (const secret of [ADMINISTRATOR.secret, '987654321']) expect(content.includes(secret)).toBe(false);
    }
  });
});
