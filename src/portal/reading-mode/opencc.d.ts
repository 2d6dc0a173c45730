// The parts of opencc-js that are loaded one by one; the package types only its bundles.
declare module 'opencc-js/from/cn' {
  const dictionaries: readonly (readonly string[])[];
  export default dictionaries;
}
declare module 'opencc-js/to/hk' {
  const dictionaries: readonly (readonly string[])[];
  export default dictionaries;
}
