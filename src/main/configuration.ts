import { z } from 'zod';
import { ok, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { FederationPlace } from '../platform/federation/federation.ts';

const LOG_LEVELS = ['error', 'warn', 'info', 'debug', 'silent'] as const;

function wholeNumber(least: number, most: number) {
  const advice = `要写成 ${least} 到 ${most} 的整数`;
  return z.coerce.number(advice).int(advice).min(least, advice).max(most, advice);
}

/** Every setting that the environment may hold. docs/operations/configuration.md lists the same, and a test compares them. */
export const SETTINGS = z.object({
  GONGKAI_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '要写成 postgresql://用户:密码@主机/库名')
    .optional(),
  PORT: wholeNumber(1, 65535).optional(),
  GONGKAI_HOST: z.string().min(1).default('127.0.0.1'),
  GONGKAI_LOG_LEVEL: z.enum(LOG_LEVELS, `要写成 ${LOG_LEVELS.join('、')} 之一`).default('info'),
  GONGKAI_FONTS: z.string().min(1).optional(),
  GONGKAI_READERS: wholeNumber(1, 16).default(2),
  GONGKAI_KEY: z.string().min(1).optional(),
  GONGKAI_FILES: z.string().min(1).optional(),
  GONGKAI_CLAMD: z.string().min(1).optional(),
  GONGKAI_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, '要写成 smtps://用户名:密码@邮件服务器:465')
    .optional(),
  GONGKAI_MAIL_FROM: z
    .string()
    .regex(/^[^\s<>@]+@[^\s<>@]+$|^[^\r\n<>]+<[^\s<>@]+@[^\s<>@]+>$/, '要写成 名称 <地址@域名>')
    .optional(),
  GONGKAI_SMS_HOOK: z
    .string()
    .regex(/^https?:\/\//, '要写成 https:// 开头的网址')
    .optional(),
  GONGKAI_SMS_SECRET: z.string().min(16, '至少要 16 个字符').optional(),
  GONGKAI_EXCHANGE_URL: z
    .string()
    .regex(/^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]/, '要写成 https:// 开头的网址')
    .optional(),
  GONGKAI_EXCHANGE_TOKEN: z.string().min(16, '至少要 16 个字符').optional(),
  GONGKAI_PUBLIC_ADDRESS: z
    .string()
    .regex(/^https?:\/\/[^/?#\s]+$/, '要写成 https://域名，后面不带路径')
    .optional(),
  GONGKAI_FIGURES_FEED: z
    .string()
    .regex(
      /^https:\/\/[^/?#\s{}]+\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]/,
      '要写成 https://域名/路径，可以带 {agency} 和 {year}',
    )
    .optional(),
  GONGKAI_PROXIES: z.string().min(1).optional(),
  GONGKAI_OIDC_ISSUER: z
    .string()
    .regex(/^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]/, '要写成 https:// 开头的网址')
    .optional(),
  GONGKAI_OIDC_CLIENT_ID: z.string().min(1).optional(),
  GONGKAI_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  GONGKAI_OIDC_CLAIM: z.string().min(1).default('sub'),
});

/** Settings that are of no use without another. */
const TOGETHER = [
  ['GONGKAI_SMTP_URL', 'GONGKAI_MAIL_FROM'],
  ['GONGKAI_SMS_HOOK', 'GONGKAI_SMS_SECRET'],
  ['GONGKAI_EXCHANGE_URL', 'GONGKAI_EXCHANGE_TOKEN'],
  ['GONGKAI_OIDC_ISSUER', 'GONGKAI_OIDC_CLIENT_ID'],
  ['GONGKAI_OIDC_ISSUER', 'GONGKAI_OIDC_CLIENT_SECRET'],
] as const;

export type Configuration = {
  /** Folder of the embedded database, used only without `databaseUrl`. */
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  /** The port asked for; null means 8080 or the next free one. */
  readonly port: number | null;
  readonly host: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** An office's own fonts for PDFs; null for the open ones alone. */
  readonly fontFolder: string | null;
  /** Processes that read foreign files. */
  readonly readers: number;
  /** Keys for encryption at rest, newest first; null for the key file in the data folder. A secret: never logged or shown. */
  readonly keyText: string | null;
  /** Where uploaded files are kept; null for `files` in the data folder. */
  readonly fileFolder: string | null;
  /** Socket path or host:port of a clamd that looks at uploads. */
  readonly clamd: string | null;
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly smsHook: { readonly url: string; readonly secret: string } | null;
  /** Where packages are pushed; null where they are carried over as files. */
  readonly exchange: { readonly url: string; readonly token: string } | null;
  /** How the site is reached from outside, without path; null where nobody said. */
  readonly publicAddress: string | null;
  /** Where the 双公示 system gives yearly figures, with places for agency and year; null where there is none. */
  readonly figuresFeed: string | null;
  /** Reverse proxies whose word on the visitor's address is taken, as addresses or networks with commas; null trusts none. */
  readonly proxies: string | null;
  /** 统一身份认证; null where none is configured. */
  readonly federation: FederationPlace | null;
};

function pairOf<Pair>(
  first: string | undefined,
  second: string | undefined,
  pair: (first: string, second: string) => Pair,
): Pair | null {
  return first === undefined || second === undefined ? null : pair(first, second);
}

/** The configuration from the environment; a setting that cannot be used is refused with a sentence that names it. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Configuration, string> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = SETTINGS.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return refuse(`环境变量 ${issue.path.join('.')} 的值不能用：${issue.message}`);
  }
  const settings = parsed.data;
  const lone = TOGETHER.find(([name, needed]) => settings[name] !== undefined && settings[needed] === undefined);
  if (lone !== undefined) return refuse(`设置了环境变量 ${lone[0]}，还要同时设置 ${lone[1]}`);
  return ok({
    dataFolder: settings.GONGKAI_DATA,
    databaseUrl: settings.DATABASE_URL ?? null,
    port: settings.PORT ?? null,
    host: settings.GONGKAI_HOST,
    logLevel: settings.GONGKAI_LOG_LEVEL,
    fontFolder: settings.GONGKAI_FONTS ?? null,
    readers: settings.GONGKAI_READERS,
    keyText: settings.GONGKAI_KEY ?? null,
    fileFolder: settings.GONGKAI_FILES ?? null,
    clamd: settings.GONGKAI_CLAMD ?? null,
    mail: pairOf(settings.GONGKAI_SMTP_URL, settings.GONGKAI_MAIL_FROM, (url, from) => ({ url, from })),
    exchange: pairOf(settings.GONGKAI_EXCHANGE_URL, settings.GONGKAI_EXCHANGE_TOKEN, (url, token) => ({ url, token })),
    smsHook: pairOf(settings.GONGKAI_SMS_HOOK, settings.GONGKAI_SMS_SECRET, (url, secret) => ({ url, secret })),
    publicAddress: settings.GONGKAI_PUBLIC_ADDRESS ?? null,
    figuresFeed: settings.GONGKAI_FIGURES_FEED ?? null,
    proxies: settings.GONGKAI_PROXIES ?? null,
    federation:
      settings.GONGKAI_OIDC_ISSUER === undefined
        ? null
        : {
            issuer: settings.GONGKAI_OIDC_ISSUER,
            clientId: settings.GONGKAI_OIDC_CLIENT_ID ?? '',
            clientSecret: settings.GONGKAI_OIDC_CLIENT_SECRET ?? '',
            claim: settings.GONGKAI_OIDC_CLAIM,
          },
  });
}
