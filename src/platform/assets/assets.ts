import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildSync } from 'esbuild';

export type Asset = { readonly type: string; readonly body: Uint8Array; readonly brotli: Uint8Array };

/** Where an asset's content comes from; it is read once, when a page first names it or a browser asks for it. */
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

/** A script in TypeScript whose types are taken off; it imports nothing, because addresses bear digests. */
export function script(url: URL): AssetSource {
  return { type: 'text/javascript; charset=utf-8', content: () => stripTypeScriptTypes(read(url)) };
}

/** A script in TypeScript with everything that it imports in one. */
export function bundle(url: URL): AssetSource {
  const content = () => {
    const { outputFiles } = buildSync({
      entryPoints: [fileURLToPath(url)],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      legalComments: 'none',
    });
    return outputFiles[0]!.text;
  };
  return { type: 'text/javascript; charset=utf-8', content };
}

export function picture(url: URL): AssetSource {
  return { type: 'image/svg+xml', content: () => read(url) };
}

/** The best quality takes seconds for a large script. */
const LARGE = 100_000;

function compressed(body: Uint8Array): Uint8Array {
  const quality = body.length > LARGE ? 9 : constants.BROTLI_MAX_QUALITY;
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

/** The value of `make`, made when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

type Served = { readonly asset: Asset; readonly digest: string };

function serve({ type, content }: AssetSource): Served {
  const body = new TextEncoder().encode(content());
  const brotli = once(() => compressed(body));
  return {
    asset: {
      type,
      body,
      get brotli() {
        return brotli();
      },
    },
    digest: createHash('sha256').update(body).digest('base64url').slice(0, 10),
  };
}

/** The assets of a site. */
export function loadAssets<Name extends string>(
  prefix: string,
  sources: Readonly<Record<Name, AssetSource>>,
): Assets<Name> {
  const served = new Map(
    Object.entries<AssetSource>(sources).map(([name, source]) => [name, once(() => serve(source))]),
  );
  return {
    prefix,
    href: name => `${prefix}/${served.get(name)!().digest}/${name}`,
    find: path => {
      const [name, digest] = path.split('/', 2).toReversed() as [string, string | undefined];
      const found = served.get(name)?.();
      return found === undefined || (digest !== undefined && digest !== found.digest) ? undefined : found.asset;
    },
  };
}
