import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { REPORT_CSS } from '../annual-report/render/html/report-css.ts';

export type Asset = { readonly type: string; readonly body: Uint8Array; readonly brotli: Uint8Array };
export type Assets = {
  /** The address of an asset, with a digest of its content so that browsers may keep it for ever. */
  readonly href: (name: AssetName) => string;
  readonly find: (path: string) => Asset | undefined;
};

const local = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Style sheets are served as they are; scripts are TypeScript whose types are taken off here, once, at start. */
const ASSETS = {
  'portal.css': { type: 'text/css; charset=utf-8', content: () => local('./assets/portal.css') },
  'report.css': { type: 'text/css; charset=utf-8', content: () => REPORT_CSS },
  'icon.svg': { type: 'image/svg+xml', content: () => local('./assets/icon.svg') },
  'report-check.js': {
    type: 'text/javascript; charset=utf-8',
    content: () => stripTypeScriptTypes(local('./browser/report-check.ts')),
  },
} as const;
export type AssetName = keyof typeof ASSETS;

/** Reads and compresses every asset of the portal. */
export function loadAssets(): Assets {
  const byPath = new Map<string, Asset>();
  const addresses = new Map<string, string>();
  for (const [name, { type, content }] of Object.entries(ASSETS)) {
    const body = new TextEncoder().encode(content());
    const digest = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    const asset = { type, body, brotli: brotliCompressSync(body) };
    byPath.set(`/assets/${digest}/${name}`, asset);
    byPath.set(`/assets/${name}`, asset);
    addresses.set(name, `/assets/${digest}/${name}`);
  }
  return { href: name => addresses.get(name)!, find: path => byPath.get(path) };
}
