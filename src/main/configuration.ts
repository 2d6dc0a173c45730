import { z } from 'zod';
import { ok, refuse } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';

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
});

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
};

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
  return ok({
    dataFolder: settings.GONGKAI_DATA,
    databaseUrl: settings.DATABASE_URL ?? null,
    port: settings.PORT ?? null,
    host: settings.GONGKAI_HOST,
    logLevel: settings.GONGKAI_LOG_LEVEL,
    fontFolder: settings.GONGKAI_FONTS ?? null,
    readers: settings.GONGKAI_READERS,
  });
}
