/** A back-up that cannot be written or restored: the message is one Chinese sentence that says why and what to do. */
export class BackupRefusal extends Error {
  override readonly name = 'BackupRefusal';
}

export const DAMAGED = '备份文件不完整或者已损坏，没有恢复任何内容；请换用另一份备份';
