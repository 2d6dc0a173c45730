import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { brotliCompressSync } from 'node:zlib';

export type Asset = { readonly type: string; readonly body: Uint8Array; readonly brotli: Uint8Array };

/** Where an asset's content comes from, read once at start. */
export type AssetSource = { readonly type: string; readonly content: () => string };

export type Assets<Name extends string = string> = {
  /** Where they are served, such as `/assets`. */
  readonly prefix: string;
  /** The address of an asset, with a digest of its content so that browsers may keep it for ever. */
  readonly href: (name: Name) => string;
  /** The asset behind what stands after the prefix: `<digest>/<name>` or `<name>`. */
  readonly find: (path: string) => Asset | undefined;
};

const read = (url: URL) => readFileSync(url, 'utf8');

/** Style sheets served as one, in order: later ones rule over earlier ones. */
export function styleSheet(...urls: readonly URL[]): AssetSource {
  return { type: 'text/css; charset=utf-8', content: () => urls.map(read).join('\n') };
}

/** A style sheet that is text of the code. */
export function styleText(text: string): AssetSource {
  return { type: 'text/css; charset=utf-8', content: () => text };
}

/** A script in TypeScript whose types are taken off at start; it imports nothing, because addresses bear digests. */
export function script(url: URL): AssetSource {
  return { type: 'text/javascript; charset=utf-8', content: () => stripTypeScriptTypes(read(url)) };
}

export function picture(url: URL): AssetSource {
  return { type: 'image/svg+xml', content: () => read(url) };
}

/** Reads and compresses every asset of a site. */
export function loadAssets<Name extends string>(
  prefix: string,
  sources: Readonly<Record<Name, AssetSource>>,
): Assets<Name> {
  const byPath = new Map<string, Asset>();
  const addresses = new Map<string, string>();
  for (const [name, { type, content }] of Object.entries<AssetSource>(sources)) {
    const body = new TextEncoder().encode(content());
    const digest = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    const asset = { type, body, brotli: brotliCompressSync(body) };
    byPath.set(`${digest}/${name}`, asset);
    byPath.set(name, asset);
    addresses.set(name, `${prefix}/${digest}/${name}`);
  }
  return { prefix, href: name => addresses.get(name)!, find: path => byPath.get(path) };
}
