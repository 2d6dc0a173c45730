import type { Citation } from './citation.ts';
import type { OutcomeRow } from './report-form/table-three.ts';

/**
 * A ground on which an application is not simply granted: where it stands, how a letter words it, and the row of table three
 * that counts it. `aspects` are the cases that the article names, of which a letter says the one that applies.
 */
export type Ground = {
  readonly citations: readonly Citation[];
  /** Goes on behind 该信息. */
  readonly wording: string;
  /** The same with the case that applies in place of {}. */
  readonly narrowed?: string;
  readonly row: OutcomeRow;
  readonly aspects: readonly string[];
};

const article = (number: number, rest: Omit<Citation, 'source' | 'article'> = {}): Citation => ({
  source: 'disclosure',
  article: number,
  ...rest,
});

const WITHHELD = article(36, { item: 3 });

/** Grounds of Art. 14–16 (不予公开); for a part withheld within a document Art. 37 comes before them. */
export const WITHHOLDING = {
  'state-secret': {
    citations: [article(14), WITHHELD],
    wording: '属于依法确定的国家秘密',
    row: 'withheld.state-secret',
    aspects: [],
  },
  'forbidden-by-law': {
    citations: [article(14), WITHHELD],
    wording: '属于法律、行政法规禁止公开的政府信息',
    row: 'withheld.forbidden-by-law',
    aspects: [],
  },
  'security-and-stability': {
    citations: [article(14), WITHHELD],
    wording: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    narrowed: '公开后可能危及{}',
    row: 'withheld.security-and-stability',
    aspects: ['国家安全', '公共安全', '经济安全', '社会稳定'],
  },
  'third-party-interest': {
    citations: [article(15), WITHHELD],
    wording: '涉及第三方合法权益，公开会对第三方合法权益造成损害',
    narrowed: '涉及{}，公开会对第三方合法权益造成损害',
    row: 'withheld.third-party-interest',
    aspects: ['商业秘密', '个人隐私'],
  },
  'internal-affairs': {
    citations: [article(16, { paragraph: 1 }), WITHHELD],
    wording: '属于行政机关的内部事务信息',
    narrowed: '属于行政机关内部事务信息中的{}信息',
    row: 'withheld.internal-affairs',
    aspects: ['人事管理', '后勤管理', '内部工作流程'],
  },
  deliberative: {
    citations: [article(16, { paragraph: 2 }), WITHHELD],
    wording: '属于行政机关在履行行政管理职能过程中形成的过程性信息',
    narrowed: '属于行政机关在履行行政管理职能过程中形成的{}，是过程性信息',
    row: 'withheld.deliberative',
    aspects: ['讨论记录', '过程稿', '磋商信函', '请示报告'],
  },
  'enforcement-file': {
    citations: [article(16, { paragraph: 2 }), WITHHELD],
    wording: '属于行政执法案卷信息',
    row: 'withheld.enforcement-file',
    aspects: [],
  },
} as const satisfies Record<string, Ground>;

/** Every other answer of Art. 30 and 35–39. */
export const ANSWERS = {
  'already-public': { citations: [article(36, { item: 1 })], wording: '已经主动公开', row: 'granted', aspects: [] },
  granted: { citations: [article(36, { item: 2 })], wording: '可以公开', row: 'granted', aspects: [] },
  'partly-granted': {
    citations: [article(37)],
    wording: '含有不应当公开或者不属于政府信息的内容，但是能够作区分处理',
    row: 'partly-granted',
    aspects: [],
  },
  'registry-inquiry': {
    citations: [article(36, { item: 7 })],
    wording: '属于工商、不动产登记资料等信息，有关法律、行政法规对其获取有特别规定',
    row: 'withheld.registry-inquiry',
    aspects: [],
  },
  'not-existing': {
    citations: [article(36, { item: 4 })],
    wording: '经检索不存在',
    row: 'unavailable.not-held',
    aspects: [],
  },
  'not-ours': {
    citations: [article(36, { item: 5 })],
    wording: '不属于本机关负责公开',
    row: 'unavailable.not-held',
    aspects: [],
  },
  'requires-creation': {
    citations: [article(38)],
    wording: '没有现成的信息，需要对现有政府信息进行加工、分析',
    row: 'unavailable.requires-creation',
    aspects: [],
  },
  'still-unclear': {
    citations: [article(29, { paragraph: 2, item: 2 }), article(30)],
    wording: '经补正后内容仍不明确',
    row: 'unavailable.still-unclear',
    aspects: [],
  },
  petition: {
    citations: [article(39, { paragraph: 1 })],
    wording: '以政府信息公开申请的形式进行信访、投诉、举报等活动',
    row: 'declined.petition',
    aspects: ['信访', '投诉', '举报', '咨询'],
  },
  repeat: {
    citations: [article(36, { item: 6 })],
    wording: '行政机关已就申请人提出的政府信息公开申请作出答复，申请人重复申请公开相同政府信息',
    row: 'declined.repeat',
    aspects: [],
  },
  publication: {
    citations: [article(39, { paragraph: 2 })],
    wording: '要求行政机关提供政府公报、报刊、书籍等公开出版物',
    row: 'declined.publication',
    aspects: ['政府公报', '报刊', '书籍'],
  },
  vexatious: {
    citations: [article(35)],
    wording: '申请公开政府信息的数量、频次明显超过合理范围，且申请理由不合理',
    row: 'declined.vexatious',
    aspects: [],
  },
  // No article of the regulation has this case: it is a row of the national report form, and what is asked for is no information to be got (Art. 2).
  reissue: {
    citations: [article(2)],
    wording: '要求行政机关对已获取的政府信息予以确认或者重新出具',
    row: 'declined.reissue',
    aspects: ['确认', '重新出具'],
  },
} as const satisfies Record<string, Ground>;

/** Corrections of one's own record (Art. 41), which table three does not count. */
export const CORRECTION: Citation = article(41);
