const LONGEST = 1000;

/**
 * An address of another site as it is asked for here: path and query, percent-encoded as browsers send it. Undefined for what is
 * no address, and for the front page, which stays our own.
 */
export function findOldAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^(?:https?:)?\/{1,2}[^\s]/iu.test(trimmed)) return undefined;
  const url = URL.parse(trimmed, 'http://site.invalid');
  if (url === null) return undefined;
  // Two slashes at the beginning would make a host of the first folder.
  const path = `${url.pathname.replace(/^\/+/u, '/')}${url.search}`;
  return path === '/' || path.length > LONGEST ? undefined : path;
}
