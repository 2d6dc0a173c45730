// `npm start`: installs what is missing, then serves portal and office with the sample district.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, NODE, ROOT } from './installation.mjs';

ensureInstalled();
const server = spawn(
  NODE,
  [
    '--disable-warning=ExperimentalWarning',
    join(ROOT, 'src', 'main', 'gongkai.ts'),
    'serve',
    '--sample',
    ...process.argv.slice(2),
  ],
  {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'node'), ...process.env },
  },
);
// Ctrl-C reaches the server by itself; this process only waits for it to finish.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
