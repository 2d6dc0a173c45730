/** What stands behind the question mark of an address; a name may have several values. */
export type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/**
 * An address with its query; `changes` replace what the query held, and null, undefined and empty text take a name out, so that a
 * link to page 2 keeps the search and a new search drops the page.
 */
export function pageAddress(path: string, query: Query, changes: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...changes })) {
    const values = typeof value === 'object' && value !== null ? value : [value];
    for (const one of values) if (one !== null && one !== undefined && one !== '') search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
