/** What is looked at before review. Each gate stands in a file of its own. */
export const GATES = [
  'wording',
  'private-data',
  'secrecy-marks',
  'hidden-content',
  'links',
  'tables',
  'pictures',
  'file-names',
  'unreadable',
  'metadata',
  'interpretation',
] as const;
export type Gate = (typeof GATES)[number];
export const GATE_LABEL = {
  wording: '文字表述',
  'private-data': '个人信息',
  'secrecy-marks': '密级标志',
  'hidden-content': '隐藏内容',
  links: '链接',
  tables: '表格',
  pictures: '图片说明',
  'file-names': '文件名',
  unreadable: '不能自动检查的附件',
  metadata: '信息要素',
  interpretation: '解读',
} as const satisfies Record<Gate, string>;

/** `stop` keeps an edition from review until it is mended or let stand with a reason; `advice` does not. */
export const FINDING_LEVELS = ['stop', 'advice'] as const;
export type FindingLevel = (typeof FINDING_LEVELS)[number];

/** Gates whose findings only the 保密审查员 may let stand: a drafter's word is not enough. */
export const GATES_OF_SECRECY: readonly Gate[] = ['private-data', 'secrecy-marks', 'hidden-content', 'unreadable'];

/** A thing found: where it stands, what stands there (personal data masked), what is wrong and what to do. */
export type GateFinding = {
  /** Names the same finding again when the gates run once more over the same content. */
  readonly key: string;
  readonly gate: Gate;
  readonly level: FindingLevel;
  /** 标题, 正文, or the attachment with the part in it. */
  readonly place: string;
  readonly quote: string;
  readonly message: string;
  readonly suggestion: string;
};

/** A finding before it has its key. */
export type Found = Omit<GateFinding, 'key'>;
