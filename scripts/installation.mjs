// Plain JavaScript for whatever Node a machine happens to have: it brings the project's own runtime and packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
export const NODE = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const STAMP = join(ROOT, 'node_modules', '.gongkai-installed');

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');

const isInstalled = () => existsSync(NODE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted();

/** Installs the locked packages where they are missing or of another lock file. No install script is run. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error('正在安装依赖（首次运行约需一分钟）……');
  const npm = process.env.npm_execpath;
  const [command, prefix] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  // Not `npm ci`: it refuses a lock file in which a platform's optional package could not be looked up.
  const args = [...prefix, 'install', '--no-save', '--include=dev', '--include=optional', '--loglevel=error'];
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0 || !existsSync(NODE)) {
    console.error('依赖没有装成：请检查网络和 npm 的软件源设置，然后再运行一次。');
    process.exit(1);
  }
  writeFileSync(STAMP, wanted());
}
