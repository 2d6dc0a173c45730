import { spawnSync } from 'node:child_process';
import { findBrowser } from '../test/journeys/browser.ts';

function installDebianChromium(): void {
  const quiet = { stdio: ['ignore', 2, 2] as ('ignore' | number)[] };
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { ...quiet, env: environment });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    ...quiet,
    env: environment,
  });
}

/** Whether journeys can run: finds a browser, or installs Debian's where this account may; else says what to do. */
export function ensureBrowser(): boolean {
  if (findBrowser() !== null) return true;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (mayInstall) {
    console.error('没有找到浏览器，正在安装 Chromium（用于浏览器测试）……');
    installDebianChromium();
    if (findBrowser() !== null) return true;
  }
  console.error(
    '没有浏览器，浏览器测试没有运行：请安装 Chromium 或 Chrome，或用 CHROME_PATH 指明其位置，再运行 npm test。',
  );
  return false;
}
