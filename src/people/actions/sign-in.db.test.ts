import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { openTestDatabase } from '../../platform/database/testing/test-database.ts';
import { codeOf, stepAt } from '../../platform/one-time-code/one-time-code.ts';
import { createSealing } from '../../platform/sealing/sealing.ts';
import { getStaffId } from '../rules/staff-id.ts';
import { isAlive } from '../rules/session-life.ts';
import { findSession, listSessions } from '../store/session.store.ts';
import { verifyJournal } from '../store/journal.store.ts';
import { addSampleStaff } from './add-sample-staff.ts';
import { changePassword } from './change-password.ts';
import type { SignInAnswer } from './complete-sign-in.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { registerAgency } from './register-agency.ts';
import { beginSecondFactor, enrolSecondFactor } from './second-factor.ts';
import { signInFederated } from './sign-in-federated.ts';
import { signIn } from './sign-in.ts';

const PASSWORD = '望江路上一树海棠花开';
const ONE = getStaffId('01989f00-0000-7000-8000-000000000001');
const NOW = Temporal.Instant.from('2026-11-25T01:00:00Z');
const sealing = createSealing([randomBytes(32)]);

async function office(database: Database) {
  await registerAgency(database.queries, {
    code: '990101-001',
    name: '示例办',
    shortName: '示例办',
    kind: 'department',
  });
  const account = { id: ONE, username: 'one', name: '示例员', agency: '990101-001', roles: ['case-handler'] as const };
  await addSampleStaff(database.queries, [account], PASSWORD, NOW);
  const tools = { queries: database.queries, sealing };
  const from = (address: string) => ({ address, browser: 'test' });
  const attempt = (password: string, more: { address?: string; device?: string; username?: string } = {}, at = NOW) =>
    signIn(
      tools,
      {
        username: more.username ?? 'one',
        password,
        origin: from(more.address ?? '192.0.2.1'),
        deviceToken: more.device ?? null,
      },
      at,
    );
  return { tools, from, attempt };
}

const tokenOf = (answer: SignInAnswer): string => {
  if (answer.kind === 'refused') throw new Error(answer.sentence);
  return answer.token;
};
const sentenceOf = (answer: SignInAnswer) => (answer.kind === 'refused' ? answer.sentence : answer.kind);

test('the right password opens a session whose token the database does not hold', async () => {
  await using database = await openTestDatabase();
  const { attempt } = await office(database);
  const answer = await attempt(PASSWORD, { username: ' ONE ' });
  expect(answer).toMatchObject({ kind: 'signed-in', deviceToken: expect.any(String) });
  const session = await findSession(database.queries, tokenOf(answer));
  expect(session).toMatchObject({ staff: ONE, stage: 'full', address: '192.0.2.1' });
  const rows = await database.queries.selectFrom('sessions').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(tokenOf(answer));
});

test('wrong, unknown and disabled are answered alike', async () => {
  await using database = await openTestDatabase();
  const { attempt } = await office(database);
  const wrong = sentenceOf(await attempt('x'.repeat(20)));
  expect(sentenceOf(await attempt(PASSWORD, { username: 'nobody' }))).toBe(wrong);
  await database.queries.updateTable('staff').set({ disabled_at: NOW.toString() }).execute();
  expect(sentenceOf(await attempt(PASSWORD))).toBe(wrong);
});

test('whoever guesses is slowed down, and the right password does not help before the wait is over', async () => {
  await using database = await openTestDatabase();
  const { attempt } = await office(database);
  for (let count = 0; count < 6; count += 1) await attempt(`wrong ${count}`, {}, NOW.add({ seconds: 3 * count }));
  const at = NOW.add({ seconds: 15 });
  expect(sentenceOf(await attempt(PASSWORD, {}, at))).toContain('太频繁');
  expect(sentenceOf(await attempt(PASSWORD, {}, at.add({ seconds: 5 })))).toBe('signed-in');
});

test('a hundred guesses at once are not a hundred answers', async () => {
  await using database = await openTestDatabase();
  const { attempt } = await office(database);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => attempt(`wrong ${index}`)));
  expect(answers.filter(answer => sentenceOf(answer).includes('不对')).length).toBeLessThanOrEqual(6);
});

test('a flood of wrong passwords from elsewhere locks nobody out: neither a known browser nor another address', async () => {
  await using database = await openTestDatabase();
  const { attempt } = await office(database);
  const first = await attempt(PASSWORD);
  const device = first.kind === 'signed-in' ? first.deviceToken! : '';
  await database.queries
    .insertInto('sign_in_attempts')
    .values(
      ['account', 'address'].map(scope => ({
        scope,
        key: sealing.digest(scope === 'account' ? 'one' : '192.0.2.1', 'sign-in-attempt'),
        failures: 100_000,
        last_at: NOW.toString(),
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['scope', 'key']).doUpdateSet({ failures: 100_000, last_at: NOW.toString() }),
    )
    .execute();
  expect(sentenceOf(await attempt(PASSWORD))).toContain('太频繁');
  expect(sentenceOf(await attempt(PASSWORD, { device }))).toBe('signed-in');
  expect(sentenceOf(await attempt(PASSWORD, { device: 'stolen-guess' }))).toContain('太频繁');
  expect(sentenceOf(await attempt(PASSWORD, { address: '198.51.100.7' }, NOW.add({ seconds: 10 })))).toBe('signed-in');
});

test('with a second factor the password opens nothing but the question for the code, and each code counts once', async () => {
  await using database = await openTestDatabase();
  const { tools, attempt, from } = await office(database);
  const begun = await beginSecondFactor(tools, ONE);
  const secret = begun.ok ? begun.value : '';
  const stored = await database.queries.selectFrom('staff').select('totp_secret').executeTakeFirstOrThrow();
  expect(stored.totp_secret).not.toContain(secret);
  const enrolled = await enrolSecondFactor(tools, ONE, codeOf(secret, stepAt(NOW)), NOW);
  const recovery = enrolled.ok ? enrolled.value : [];
  expect(recovery).toHaveLength(10);

  const half = async () => {
    const session = await findSession(database.queries, tokenOf(await attempt(PASSWORD)));
    return session!;
  };
  const confirm = async (code: string, at = NOW) =>
    confirmSecondFactor(tools, { session: await half(), code, origin: from('192.0.2.1'), deviceToken: null }, at);
  expect((await half()).stage).toBe('password');
  expect(sentenceOf(await confirm(codeOf(secret, stepAt(NOW))))).toContain('已经用过');
  const next = codeOf(secret, stepAt(NOW) + 1);
  expect(sentenceOf(await confirm(`${next.slice(0, 3)} ${next.slice(3)}`))).toBe('signed-in');
  expect(sentenceOf(await confirm(recovery[0]!.toLowerCase().replaceAll('-', ' ')))).toBe('signed-in');
  expect(sentenceOf(await confirm(recovery[0]!))).toContain('不对');
  for (let count = 0; count < 6; count += 1) await confirm('000000');
  expect(sentenceOf(await confirm('000000'))).toContain('太频繁');
});

test('changing the password ends every other session and forgets every browser', async () => {
  await using database = await openTestDatabase();
  const { attempt } = await office(database);
  const elsewhere = tokenOf(await attempt(PASSWORD));
  const own = await findSession(database.queries, tokenOf(await attempt(PASSWORD)));
  const change = {
    staff: ONE,
    current: PASSWORD,
    password: '四月半的柳堤开满了桃花',
    repeated: '四月半的柳堤开满了桃花',
    session: own!.id,
  };
  expect(await changePassword(database.queries, { ...change, current: 'wrong' }, NOW)).toMatchObject({ ok: false });
  expect(await changePassword(database.queries, { ...change, repeated: 'x' }, NOW)).toMatchObject({ ok: false });
  const longer = { ...change, password: '四月半的柳堤开满了桃花呀', repeated: '四月半的柳堤开满了桃花呀' };
  expect(await changePassword(database.queries, longer, NOW)).toEqual({ ok: true, value: null });
  expect((await listSessions(database.queries, ONE)).map(({ id }) => id)).toEqual([own!.id]);
  expect(isAlive((await findSession(database.queries, elsewhere))!, NOW)).toBe(false);
  expect(await database.queries.selectFrom('known_devices').selectAll().execute()).toEqual([]);
  expect(sentenceOf(await attempt(PASSWORD))).toContain('不对');
  expect(sentenceOf(await attempt('四月半的柳堤开满了桃花呀'))).toBe('signed-in');
});

test('a subject that no account is bound to is refused; one that is bound signs in', async () => {
  await using database = await openTestDatabase();
  const { from } = await office(database);
  const enter = (subject: string) =>
    signInFederated(database.queries, { subject, origin: from('192.0.2.1'), deviceToken: null }, NOW);
  expect(sentenceOf(await enter('province:1'))).toContain('还没有绑定');
  await database.queries.updateTable('staff').set({ federated_subject: 'province:1' }).execute();
  expect(sentenceOf(await enter('province:1'))).toBe('signed-in');
});

test('every step of signing in is in the journal, without password, address or name', async () => {
  await using database = await openTestDatabase();
  const { attempt } = await office(database);
  await attempt('wrong but long enough');
  await attempt('wrong but long enough', { username: 'a-name-nobody-has' });
  await attempt(PASSWORD);
  const rows = await database.queries.selectFrom('journal').selectAll().orderBy('id').execute();
  expect(rows.map(row => [row.event, row.actor_kind, row.subject])).toEqual([
    ['sign-in-refused', 'visitor', `staff:${ONE}`],
    ['sign-in-refused', 'visitor', null],
    ['signed-in', 'officer', `staff:${ONE}`],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2\.1|示例员|wrong|a-name/);
  expect(await verifyJournal(database.queries)).toMatchObject({ ok: true, entries: 3 });
});
