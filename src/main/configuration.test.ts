import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfiguration, SETTINGS } from './configuration.ts';

test('without any setting the program runs on this machine alone, on its own database', () => {
  expect(readConfiguration({})).toEqual({
    ok: true,
    value: {
      dataFolder: './data',
      databaseUrl: null,
      port: null,
      host: '127.0.0.1',
      logLevel: 'info',
      fontFolder: null,
      readers: 2,
      keyText: null,
      fileFolder: null,
      clamd: null,
      mail: null,
      smsHook: null,
      publicAddress: null,
      figuresFeed: null,
      exchange: null,
      proxies: null,
      federation: null,
    },
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfiguration({ PORT: '', DATABASE_URL: '' })).toEqual(readConfiguration({}));
});

test('a value that cannot be used is refused with a sentence that names the variable', () => {
  for (const [name, value] of [
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['GONGKAI_LOG_LEVEL', 'loud'],
    ['GONGKAI_READERS', '0'],
    ['GONGKAI_SMTP_URL', 'mail.example.cn'],
    ['GONGKAI_MAIL_FROM', 'nobody'],
    ['GONGKAI_MAIL_FROM', '公开办 <a@example.cn>\r\nBcc: b@example.cn'],
    ['GONGKAI_SMS_HOOK', 'ftp://example.cn'],
    ['GONGKAI_SMS_SECRET', 'short'],
  ] as const) {
    const configuration = readConfiguration({ [name]: value });
    expect(configuration.ok ? '' : configuration.problem, `${name}=${value}`).toMatch(
      new RegExp(`^环境变量 ${name} 的值不能用：.*[\\u4e00-\\u9fff]`),
    );
  }
});

test('a mail server without a sender is refused, with one it is taken', () => {
  const given = { GONGKAI_SMTP_URL: 'smtps://u:p@mail.example.cn' };
  expect(readConfiguration(given)).toEqual({
    ok: false,
    problem: '设置了环境变量 GONGKAI_SMTP_URL，还要同时设置 GONGKAI_MAIL_FROM',
  });
  const mail = { url: given.GONGKAI_SMTP_URL, from: '公开办 <a@example.cn>' };
  expect(readConfiguration({ ...given, GONGKAI_MAIL_FROM: mail.from })).toMatchObject({ value: { mail } });
});

test('the documentation lists every setting, and no other', () => {
  const page = readFileSync(new URL('../../docs/operations/configuration.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(match => match[1]);
  expect(new Set(listed)).toEqual(new Set(Object.keys(SETTINGS.shape)));
});
