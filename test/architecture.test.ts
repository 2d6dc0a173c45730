import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

// The reading order of the system. A folder may import only itself and folders above it.
const ORDER = [
  'kernel',
  'law',
  'calendar',
  'proofreading',
  'views',
  'platform',
  'people',
  'publishing',
  'applications',
  'disputes',
  'correspondence',
  'annual-report',
  'statistics',
  'inspection',
  'portal',
  'office',
  'cli',
  'main',
];
// Inside a capability the same holds for its rooms.
const ROOMS = ['rules', 'parse', 'audits', 'render', 'examination', 'press', 'store', 'actions'];
const SIBLINGS = new Set(['portal', 'office', 'cli']);
const PURE = /^(kernel|law|calendar|proofreading|views)\/|^[^/]+\/(rules|audits|checks|render)\//;
const PURE_PACKAGES = new Set(['zod', 'diff', 'pinyin-pro', 'modern-ahocorasick', 'opencc-js/t2cn']);
// What a capability shows to others: its rules, and the registers and actions named here.
const source = resolve(import.meta.dirname, '../src');

type Import = { readonly from: string; readonly to: string };

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    // What only tests run may use whatever they need to set a scene.
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : filesBelow(path);
    return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : [];
  });
}

const files = filesBelow(source);

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const from = relative(source, file);
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g)].map(match => {
    const target = match[1] ?? match[2]!;
    return { from, to: target.startsWith('.') ? relative(source, resolve(dirname(file), target)) : target };
  });
}

function violationOf({ from, to }: Import): string | null {
  const [folder, room] = from.split('/') as [string, string];
  const inside = !to.startsWith('node:') && to.endsWith('.ts');
  if (!inside) {
    const allowed = !PURE.test(from) || PURE_PACKAGES.has(to);
    return allowed ? null : `${from}: pure code must not import ${to}`;
  }
  const [otherFolder, otherRoom] = to.split('/') as [string, string];
  if (folder === otherFolder) {
    const [here, there] = [ROOMS.indexOf(room), ROOMS.indexOf(otherRoom)];
    return here >= 0 && there > here ? `${from}: ${room} must not know ${otherRoom} (${to})` : null;
  }
  if (ORDER.indexOf(otherFolder) > ORDER.indexOf(folder))
    return `${from}: ${folder} must not know ${otherFolder} (${to})`;
  if (SIBLINGS.has(folder) && SIBLINGS.has(otherFolder))
    return `${from}: ${folder} and ${otherFolder} are siblings (${to})`;
  if (PURE.test(from) && !PURE.test(to) && otherFolder !== 'kernel') return `${from}: pure code must not import ${to}`;
  if (otherRoom === 'actions' && !['portal', 'office', 'cli', 'main'].includes(folder))
    return `${from}: only portal, office, cli and main act (${to})`;
  return null;
}

test('imports only point upwards, and pure code stays pure', () => {
  expect(files.length).toBeGreaterThan(15); // a checker that sees no files is not a passing checker
  expect(files.flatMap(importsOf).map(violationOf).filter(Boolean)).toEqual([]);
});

test('every folder has its place in the reading order', () => {
  const folders = readdirSync(source, { withFileTypes: true }).filter(entry => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter(name => !ORDER.includes(name))).toEqual([]);
});

test('a planted violation of each kind is seen', () => {
  const planted: Import[] = [
    { from: 'law/a.ts', to: 'people/b.ts' },
    { from: 'annual-report/rules/a.ts', to: 'annual-report/store/b.ts' },
    { from: 'annual-report/rules/a.ts', to: 'node:fs' },
    { from: 'annual-report/audits/a.ts', to: 'pg' },
    { from: 'portal/a.ts', to: 'cli/b.ts' },
    { from: 'annual-report/rules/a.ts', to: 'platform/b.ts' },
  ];
  expect(planted.map(violationOf).filter(violation => violation === null)).toEqual([]);
});
