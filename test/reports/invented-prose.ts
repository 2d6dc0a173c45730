/** Words of which the prose is made: administrative, but in no order that anybody wrote. */
const WORDS = [
  '窗口',
  '街道',
  '养老',
  '幼儿园',
  '学区',
  '低保',
  '公交',
  '河道',
  '绿化',
  '消防',
  '社区',
  '集市',
  '医保',
  '就业',
  '创业',
  '培训',
  '名单',
  '标准',
  '流程',
  '预算',
  '决算',
  '采购',
  '招标',
  '验收',
  '信访',
  '热线',
  '答复',
  '公告',
  '目录',
  '档案',
  '栏目',
  '图解',
  '更新',
  '梳理',
  '完善',
  '新增',
  '调整',
  '压缩',
  '核对',
  '公布',
  '推送',
  '走访',
  '征集',
  '回应',
  '督促',
  '整改',
  '抽查',
  '评估',
  '每季',
  '月底',
  '春季',
  '汛期',
  '年中',
  '岁末',
  '清晨',
  '现场',
  '线上',
  '逐户',
  '分批',
  '专人',
  '联合',
  '统一',
  '及时',
  '全面',
] as const;

/** Standard terms that any office uses. */
const TERMS = ['不断提升政府信息公开工作水平', '持续加强政府信息公开平台建设', '切实保障人民群众的知情权'] as const;

/** Numbers from 0 to 1 that depend on the seed alone. */
function randomFrom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** Prose of about `length` characters that nobody else has written, with a standard term now and then; the same for the same seed. */
export function inventedProse(seed: number, length: number): string {
  const random = randomFrom(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  let text = '';
  while (text.length < length) {
    const words = Array.from({ length: 5 + Math.floor(random() * 8) }, () => pick(WORDS)).join('');
    const term = random() < 0.15 ? `，${pick(TERMS)}` : '';
    text += `${words}${Math.floor(random() * 500)}件${term}。${random() < 0.2 ? '\n' : ''}`;
  }
  return text;
}

/** A copy as a clerk makes it: other figures, one word of `every` changed, some sentences in another order. */
export function editedCopy(text: string, seed: number, every = 25): string {
  const random = randomFrom(seed);
  const sentences = text.split('。').filter(sentence => sentence.trim() !== '');
  if (sentences.length > 3) sentences.push(...sentences.splice(1, 1));
  return sentences
    .map(sentence =>
      sentence
        .replaceAll(/\d+/g, () => String(Math.floor(random() * 500)))
        .replaceAll(/[\p{Script=Han}]{2}/gu, word =>
          random() < 1 / every ? WORDS[Math.floor(random() * WORDS.length)]! : word,
        ),
    )
    .join('。');
}
