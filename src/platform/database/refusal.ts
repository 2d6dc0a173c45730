/**
 * A failure that the operator can put right: the message is one Chinese sentence that says what is wrong and what to do.
 * Whoever opens the database prints the message; the cause is for the log.
 */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal';
}

/** The code of a failed system call (`ENOSPC`) or of a PostgreSQL error (`57P03`). */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A refusal for what the file system would not do in `folder`; every other error comes back as it is. */
export function folderRefusal(error: unknown, folder: string): unknown {
  const remedy = '，或设置 DATABASE_URL 使用已有的 PostgreSQL';
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new DatabaseRefusal(`磁盘空间不足，数据库无法写入 ${folder}；请清理磁盘${remedy}`, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new DatabaseRefusal(`没有写入 ${folder} 的权限；请更换数据目录或修改其权限${remedy}`, { cause: error });
    case 'ENOTDIR':
    case 'EEXIST':
      return new DatabaseRefusal(`${folder} 不是可用的目录，数据库无法建立；请更换数据目录${remedy}`, { cause: error });
    case 'ENAMETOOLONG':
      return new DatabaseRefusal(`数据目录的路径过长（${folder}）；请换用较短的路径${remedy}`, { cause: error });
    case undefined:
    default:
      return error;
  }
}
