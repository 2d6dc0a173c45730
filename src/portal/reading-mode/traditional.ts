type Convert = (text: string) => string;

let loading: Promise<Convert> | null = null;

async function load(): Promise<Convert> {
  const [{ ConverterFactory }, from, to] = await Promise.all([
    import('opencc-js/core'),
    import('opencc-js/from/cn'),
    import('opencc-js/to/hk'),
  ]);
  return ConverterFactory(from.default, to.default);
}

/** 简体 to 繁體 by the dictionaries of OpenCC, words before characters. They take 50 MB, so they are loaded for the first who asks. */
export function loadTraditional(): Promise<Convert> {
  loading ??= load();
  return loading;
}
