import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../database/refusal.ts';
import { syncFolder, writeSynced } from '../durable/durable-files.ts';
import { KEY_BYTES, keyText } from './key-text.ts';
import { SealingRefusal } from './refusal.ts';

const HEAD = `# 政务公开系统的密钥：个人信息和上传的文件用它加密，丢失后无法找回。
# 请另存一份，与数据库备份分开保管。更换密钥时把新密钥写在旧密钥的上一行，旧密钥保留。
`;

/**
 * Makes the key file durably and gives its text. Of several programs that do so at once one wins, and all get its key: the
 * file gets its name by a link, which fails where the name is taken, and has it only once it is whole.
 */
export async function createKeyFile(path: string): Promise<string> {
  const folder = dirname(path);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeSynced(draft, `${HEAD}${keyText(randomBytes(KEY_BYTES))}\n`);
    try {
      await link(draft, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      await rm(draft);
    }
    await syncFolder(folder);
    await syncFolder(dirname(folder));
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new SealingRefusal(`密钥文件 ${path} 建立不了；请检查数据目录的权限和空间，或者用 GONGKAI_KEY 给出密钥`, {
      cause: error,
    });
  }
}
