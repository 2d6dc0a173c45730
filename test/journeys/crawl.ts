import { HtmlValidate } from 'html-validate/node';

/** Rules of the validator that are not taken over, each with its reason. */
const VALIDATOR = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // A table whose rows are laid out as blocks on a phone is a table to a screen reader by its roles alone.
    'no-redundant-role': ['error', { exclude: ['table', 'rowgroup', 'row', 'cell', 'columnheader', 'rowheader'] }],
    // Several ticks of one name are one answer with several values.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // The standard allows every id without spaces; those of figures are their places in the form.
    'valid-id': ['error', { relaxed: true }],
    // What only concerns how a source is laid out.
    'no-trailing-whitespace': 'off',
    'prefer-tbody': 'off',
    // A frame that scrolls takes the focus of the keyboard, so it needs a name, and a section would be a heading's.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

/** What the validator finds wrong in a page, a line each. */
export async function markupFaults(markup: string): Promise<string[]> {
  const { results } = await VALIDATOR.validateString(markup);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? 'page'})`),
  );
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Addresses of the same type of page have the same shape: ids, numbers and queries do not matter. */
export function shapeOf(address: string): string {
  return new URL(address, 'http://site').pathname
    .replace(/^\/[\w-]+\/\d{6}\/t\d{8}_\d+\.html$/, '/:column/:item')
    .replaceAll(UUID, ':id')
    .replaceAll(/\d{6}-\d{3}/g, ':agency')
    .replaceAll(/\d+/g, ':n');
}

export type CrawledPage = {
  readonly path: string;
  readonly shape: string;
  readonly status: number;
  readonly body: string;
  /** The page whose link led here; null for those begun with. */
  readonly foundOn: string | null;
};

const linksOf = (body: string): readonly string[] =>
  [...body.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
const FILE = /\.(?:pdf|docx|xlsx|csv|json|xml|zip|gz)(?:$|\?)|^\/attachments\//;

/**
 * Follows every link from the given pages that `mayFollow` allows, to at most `each` pages of a shape, and gives the pages in the
 * order in which they were found. Links to files are not followed.
 */
export async function crawl(
  site: string,
  from: readonly string[],
  { cookie = '', each = 3, mayFollow }: { cookie?: string; each?: number; mayFollow: (path: string) => boolean },
): Promise<readonly CrawledPage[]> {
  const seen = new Map<string, number>();
  const foundOn = new Map<string, string | null>(from.map(path => [path, null]));
  const waiting = [...from];
  const pages: CrawledPage[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const shape = shapeOf(path);
    const count = seen.get(shape) ?? 0;
    if (count >= each) continue;
    seen.set(shape, count + 1);
    const answer = await fetch(site + path, { headers: { cookie } });
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
    const body = isPage ? await answer.text() : '';
    if (!isPage) await answer.body?.cancel();
    pages.push({ path, shape, status: answer.status, body, foundOn: foundOn.get(path) ?? null });
    for (const link of linksOf(body)) {
      if (foundOn.has(link) || FILE.test(link) || !mayFollow(link)) continue;
      foundOn.set(link, path);
      waiting.push(link);
    }
  }
  return pages;
}
