/** A wording that resembles a damaged term and is right all the same, and why. An office adds its own through the options of `checkText`. */
export type Exception = { readonly text: string; readonly reason: string };

/** Source: false alarms met in published laws and reports. */
export const EXCEPTIONS: readonly Exception[] = [
  { text: '、台地区', reason: '并列简称“港、澳、台”，不是“台湾地区”漏字' },
  { text: '交强险责任', reason: '机动车交通事故责任强制保险的简称，不是“强化责任”' },
  { text: '党管干部', reason: '干部工作原则，不是“党员干部”' },
  { text: '追责机制', reason: '与“问责机制”并用的规范说法' },
  { text: '惠农政策', reason: '与“惠企政策”并用的规范说法' },
  { text: '解放军军以上', reason: '“军”是编制单位，不是重字' },
  { text: '依法处', reason: '“处以罚款”的“处”，不是“处理”漏字' },
];
