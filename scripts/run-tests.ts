// Runs the checks and the test projects one after another and closes with one line of counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureBrowser } from './browser.ts';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
const onlyDatabase = process.argv.includes('--only=database');

function passes(command: string, ...args: string[]): boolean {
  const { status } = spawnSync(join(bin, command), args, { cwd: root, stdio: 'inherit', env: environment });
  return status === 0;
}

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

function runProjects(projects: readonly string[]): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  const file = join(folder, 'result.json');
  try {
    const ran = passes(
      'vitest',
      'run',
      ...projects.flatMap(project => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    );
    const result = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    const failed = result['numFailedTests']! + result['numFailedTestSuites']!;
    return {
      passed: result['numPassedTests']!,
      failed: ran ? failed : Math.max(1, failed),
      skipped: result['numPendingTests']!,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const checks: readonly (readonly [string, ...string[]])[] = onlyDatabase
  ? []
  : [
      ['tsc', '--noEmit'],
      ['tsc', '--noEmit', '-p', 'src/office/browser'],
      ['tsc', '--noEmit', '-p', 'src/portal/browser'],
      ['tsc', '--noEmit', '-p', 'src/views/browser'],
      ['oxlint', '--type-aware', '--deny-warnings'],
      ['oxfmt', '--check'],
      ['knip'],
    ];
const failedChecks = checks.filter(([command, ...args]) => !passes(command, ...args));
for (const check of failedChecks) console.error(`检查没有通过：${check.join(' ')}`);

const browser = onlyDatabase || ensureBrowser();
const projects = onlyDatabase ? ['database'] : ['rules', 'database', ...(browser ? ['journeys'] : [])];
const counts = runProjects(projects);
const failed = counts.failed + failedChecks.length + (browser || process.env['CI'] !== 'true' ? 0 : 1);
const passed = counts.passed + checks.length - failedChecks.length;
console.log(`\n${passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
process.exitCode = failed > 0 || counts.passed === 0 ? 1 : 0;
