/** A wording that resembles a damaged term and is right all the same, and why. An office adds its own through the options of `checkText`. */
export type Exception = { readonly text: string; readonly reason: string };

/** Source: false alarms met in published texts. */
export const EXCEPTIONS: readonly Exception[] = [];
