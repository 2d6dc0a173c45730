/** What a visitor may choose of how the site is read, the standard first. No value stands in two lists. */
export const READING_CHOICES = {
  /** 长者模式: large type, large targets, one column. */
  layout: ['standard', 'large'],
  /** 字号. */
  size: ['normal', 'big', 'biggest'],
  contrast: ['plain', 'high'],
  /** 繁體: the same words in the other script. */
  script: ['simplified', 'traditional'],
} as const;

export type ReadingChoice = keyof typeof READING_CHOICES;

/** How the site is read. Each choice stands for itself and is kept from page to page. */
export type Reading = { readonly [Choice in ReadingChoice]: (typeof READING_CHOICES)[Choice][number] };

export const STANDARD_READING: Reading = {
  layout: 'standard',
  size: 'normal',
  contrast: 'plain',
  script: 'simplified',
};

/** What differs from the standard, always in the same order: two visitors who read alike have the same key. */
export function readingKey({ layout, size, contrast, script }: Reading): string {
  const standard: ReadonlySet<string> = new Set(Object.values(STANDARD_READING));
  return [layout, size, contrast, script].filter(value => !standard.has(value)).join('.');
}

function chosen<Value extends string>(values: readonly [Value, ...Value[]], given: readonly string[]): Value {
  return values.find(value => given.includes(value)) ?? values[0];
}

/** The reading of a key; what it does not know is the standard. */
export function readReadingKey(key: string): Reading {
  const given = key.split('.').filter(value => !(Object.values(STANDARD_READING) as readonly string[]).includes(value));
  return {
    layout: chosen(READING_CHOICES.layout, given),
    size: chosen(READING_CHOICES.size, given),
    contrast: chosen(READING_CHOICES.contrast, given),
    script: chosen(READING_CHOICES.script, given),
  };
}

/** The classes of the page by which the styles know how it is read. */
export function readingClasses({ layout, size, contrast }: Reading): string {
  return [layout === 'large' && 'large', size !== 'normal' && `type-${size}`, contrast === 'high' && 'high-contrast']
    .filter(name => name !== false)
    .join(' ');
}
