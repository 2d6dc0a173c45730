declare const brand: unique symbol;

/** A primitive that may not be mixed up with another of the same shape: `Brand<string, 'AgencyCode'>`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
