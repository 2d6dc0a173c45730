const NAMES: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/QQBrowser\//, 'QQ浏览器'],
  [/360SE|360EE|QihooBrowser/, '360浏览器'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/UOS|Kylin|Linux/, 'Linux'],
];

/** What a browser calls itself, in two words that its owner recognises. */
export function browserName(agent: string): string {
  const find = (list: typeof NAMES) => list.find(([pattern]) => pattern.test(agent))?.[1];
  return [find(NAMES) ?? '其他浏览器', find(SYSTEMS)].filter(Boolean).join('，');
}
