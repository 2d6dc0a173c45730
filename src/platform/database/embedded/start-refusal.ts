import { DatabaseRefusal } from '../refusal.ts';

const REMEDY = '或设置 DATABASE_URL 使用已有的 PostgreSQL';

/** What PostgreSQL's own words mean for the operator. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|Disk quota exceeded/, `磁盘空间不足，数据库无法启动；请清理磁盘，${REMEDY}`],
  [/Read-only file system|Permission denied/, `数据库无权写入数据目录；请修改目录权限或更换数据目录，${REMEDY}`],
  [/could not look up effective user ID/, `运行数据库的账号在本机没有登记；请换用系统中已登记的账号，${REMEDY}`],
  [/error while loading shared libraries|GLIBC_/, `本机缺少内置数据库所需的系统库；请安装缺少的库，${REMEDY}`],
  [
    /could not (create|map|resize) .*shared memory/i,
    `系统可用的共享内存不足，数据库无法启动；请增大共享内存，${REMEDY}`,
  ],
];

/** The refusal for what the server or initdb printed; undefined when the words are not known to be final. */
export function findStartRefusal(printed: string, cause?: unknown): DatabaseRefusal | undefined {
  const meaning = MEANINGS.find(([words]) => words.test(printed));
  return meaning === undefined ? undefined : new DatabaseRefusal(meaning[1], { cause: cause ?? new Error(printed) });
}

/** The refusal for a start that failed, whatever was printed; it quotes the words that matter. */
export function startRefusal(printed: string, cause?: unknown): DatabaseRefusal {
  const words = (/(?:FATAL|PANIC|error): .*/.exec(printed)?.[0] ?? printed.trim().replaceAll('\n', ' ')).slice(0, 300);
  return (
    findStartRefusal(printed, cause) ??
    new DatabaseRefusal(`内置数据库无法启动（${words || '没有留下原因'}）；请换一个数据目录，${REMEDY}`, {
      cause: printed === '' ? cause : new Error(printed, { cause }),
    })
  );
}
