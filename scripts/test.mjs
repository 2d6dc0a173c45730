// `npm test`: installs what is missing, a browser included, then runs every check and every test.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, NODE, ROOT } from './installation.mjs';

ensureInstalled();
const { status } = spawnSync(
  NODE,
  ['--disable-warning=ExperimentalWarning', 'scripts/run-tests.ts', ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
