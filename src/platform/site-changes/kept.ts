import type { SiteChanges } from './site-changes.ts';

/** Something read once and kept until the site changes. */
export type Kept<Value> = () => Promise<Value>;

/** Keeps what `read` gives until something public has changed. */
export function keepUntilChange<Value>(changes: SiteChanges, read: () => Promise<Value>): Kept<Value> {
  let kept: { readonly state: number; readonly value: Promise<Value> } | null = null;
  return async () => {
    const state = await changes.current();
    if (kept?.state === state) return kept.value;
    const mine = { state, value: read() };
    kept = mine;
    mine.value.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.value;
  };
}
