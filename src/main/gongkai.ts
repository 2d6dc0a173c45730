import { buffer } from 'node:stream/consumers';
import { FILE_COMMANDS, runCommand } from '../cli/index.ts';
import type { Commands } from '../cli/index.ts';

const COMMANDS: Commands = {
  ...FILE_COMMANDS,
  'report compile': async () => (await import('./commands/report-compile.ts')).reportCompile,
  'items import': async () => (await import('./commands/items-import.ts')).itemsImport,
  serve: async () => (await import('./commands/serve.ts')).serve,
  sample: async () => (await import('./commands/sample.ts')).sample,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  export: async () => (await import('./commands/export-packages.ts')).exportPackages,
  'export key': async () => (await import('./commands/export-key.ts')).exportKey,
  'export verify': async () => (await import('./commands/export-verify.ts')).exportVerify,
  'export accepted': async () => (await import('./commands/export-accepted.ts')).exportAccepted,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  'reset-password': async () => (await import('./commands/reset-password.ts')).resetPasswordCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
};

// A reader that closes the pipe early (`gongkai … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(COMMANDS, process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  stdin: () => buffer(process.stdin),
  environment: process.env,
});
