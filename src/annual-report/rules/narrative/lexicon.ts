import type { RedressColumn } from '../../../law/report-form/table-four.ts';
import type { ApplicantKind, OutcomeGroup, OutcomeRow } from '../../../law/report-form/table-three.ts';

/** What a number may be a number of. `published` and `work` are counted by no table. */
export type FormTopic =
  | 'application'
  | 'reconsideration'
  | 'litigation'
  | 'rule'
  | 'normative'
  | 'license'
  | 'penalty'
  | 'coercion'
  | 'fee'
  | 'procurement';
export type Topic = FormTopic | 'processing-fee' | 'published' | 'work';

/** What is said to have been done with it. */
export type Act =
  | 'received'
  | 'new'
  | 'handled'
  | 'settled'
  | 'answered'
  | 'carried'
  | 'carried-in'
  | 'carried-out'
  | 'open'
  | 'issued'
  | 'repealed'
  | 'in-force'
  | 'decided'
  | 'collected'
  | 'publicised';

export type OutcomeWord = OutcomeRow | OutcomeGroup | 'other';

export type Cue =
  /** `bare`: 申请 alone, which may be for anything (行政许可申请) unless 政府信息公开 is spoken of. */
  | { readonly kind: 'topic'; readonly topic: Topic; readonly bare?: true }
  | { readonly kind: 'act'; readonly act: Act }
  /** `part`: the word names one of the cases that the row counts (撤回 of 其他), so it may be less than the row. */
  | { readonly kind: 'outcome'; readonly outcome: OutcomeWord; readonly part?: true }
  | { readonly kind: 'applicant'; readonly applicant: ApplicantKind | 'organizations' }
  | { readonly kind: 'result'; readonly result: RedressColumn }
  | { readonly kind: 'route'; readonly route: 'direct' | 'after' }
  | {
      readonly kind: 'when';
      readonly when: 'this-year' | 'last-year' | 'next-year' | 'part-year' | 'to-date' | 'years';
    }
  | { readonly kind: 'scope'; readonly scope: 'own' | 'area' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'narrow'; readonly by: 'channel' | 'matter' }
  | { readonly kind: 'concerning' }
  | { readonly kind: 'rate' }
  | { readonly kind: 'about' }
  | { readonly kind: 'none' }
  | { readonly kind: 'among' }
  | { readonly kind: 'open' }
  | { readonly kind: 'each' }
  | { readonly kind: 'respectively' }
  | { readonly kind: 'disclosure' }
  /** A review or a suit about something other than disclosure. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'joint' }
  /** 共计: what was counted before, together. */
  | { readonly kind: 'together' }
  | { readonly kind: 'filler' };

const topic = (name: Topic): Cue => ({ kind: 'topic', topic: name });
const act = (name: Act): Cue => ({ kind: 'act', act: name });
const outcome = (name: OutcomeWord): Cue => ({ kind: 'outcome', outcome: name });
const caseOf = (name: OutcomeWord): Cue => ({ kind: 'outcome', outcome: name, part: true });
const applicant = (name: ApplicantKind | 'organizations'): Cue => ({ kind: 'applicant', applicant: name });
const result = (name: RedressColumn): Cue => ({ kind: 'result', result: name });
const FILLER: Cue = { kind: 'filler' };

/**
 * The words with which reports speak of what the tables count. Where several begin at one place the longest is read, so a
 * phrase that would mislead word by word (「行政复议申请」, 「公民、法人或其他组织」) has its own line.
 */
export const LEXICON: readonly (readonly [Cue, string])[] = [
  // What is counted
  [
    topic('application'),
    '政府信息公开申请 信息公开申请 政务公开申请 政府信息公开的申请 信息公开的申请 公开申请 公开申 政府信息公开申 信息公开申 政府信息申请 信息申请 ' +
      '依申请公开政府信息 依申请公开信息 依申请公开 依申请信息公开 依申请政府信息公开 依申请 要求公开政府信息的申请 公开政府信息的申请 公开政府信息申请 申请公开政府信息 申请公开信息 申请公开 ' +
      '政府信息公开受理件 依申请公开件 依申请件 公开申请件 政府信息公开申请事项 依申请公开事项 ' +
      '依申请公开申请 依申请公开申请件 依申请公开政府信息申请 依申请公开信息申请 依申请公开来信 依申请政府信息公开事项 依申请公开办理事项 政府信息依申请公开 政府信息依申请公开事项 ' +
      '政府信息依申请公开办理事项 政府信息依申请公开申请 信息依申请公开 信息依申请公开申请 政府信息公开依申请 信息公开依申请 申请公开事项 政府信息公开办件',
  ],
  [{ kind: 'topic', topic: 'application', bare: true }, '申请 申请件 有效申请 申请事项 申请办件 申请信息'],
  [topic('reconsideration'), '行政复议案件 行政复议申请 行政复议 复议案件 复议申请 申请行政复议 申请复议 复议'],
  [topic('litigation'), '行政诉讼案件 行政诉讼 诉讼案件 诉讼 应诉案件 行政应诉 应诉 起诉 行政案件'],
  [topic('rule'), '政府规章 部门规章 地方政府规章 规章'],
  [topic('normative'), '行政规范性文件 规范性文件 行政规范性文件类 规范性文件类'],
  [topic('license'), '行政许可事项 行政许可 行政审批'],
  [topic('penalty'), '行政处罚案件 行政处罚'],
  [topic('coercion'), '行政强制措施 行政强制执行 行政强制'],
  [topic('fee'), '行政事业性收费 行政事业性收费项目 行政事业性收费金额'],
  [topic('procurement'), '政府集中采购项目 政府集中采购 政府采购 集中采购 采购项目 采购总金额 采购金额'],
  [
    topic('processing-fee'),
    '政府信息公开信息处理费 信息处理费 依申请公开收费 检索费 复制费 邮寄费 检索、复制、邮寄 信息公开收费 依申请公开信息处理费',
  ],
  [
    topic('published'),
    '政府信息 政务信息 公开信息 信息 网站 门户网 微信 微博 公众号 头条 抖音 客户端 新媒体 公告栏 宣传栏 公示栏 电子屏 显示屏 专栏 栏目 公告 ' +
      '公示信息 动态 简报 文件 公文 政策文件 政策 行政许可信息 行政处罚信息 行政强制信息 行政许可公示 行政处罚公示 行政许可和行政处罚信息 ' +
      '行政许可、行政处罚信息 行政处罚决定书 行政许可决定书 双公示 稿件 文章 图文 短视频 视频 消息 资讯 目录 通知 图片 规范性文件信息 ' +
      '政务微博 政务微信 媒体 报刊 档案馆 图书馆 查阅点 查阅场所 概况类 概况 机构职能 主动公开政府信息 主动公开信息 信息公开条目 ' +
      '政府信息主动公开 信息主动公开 公开内容 公开政府信息 重点领域 行政许可类 行政处罚类 行政强制类',
  ],
  [
    topic('work'),
    '信访 来信 来访 来电 投诉举报 投诉 举报 热线 工单 留言 咨询 建议 提案 议案 舆情 网民 诉求 问政 意见 培训 会议 例会 解读材料 政策解读 解读 访谈 ' +
      '发布会 工作人员 人员 专职 兼职 窗口 平台 账号 系统 问题 检查 考核 评估 督查 督导 巡查 整改 制度 活动 讲座 图解 粉丝 阅读 点击 访问 浏览 ' +
      '关注 转发 部门 单位 街道 村 社区 学校 企业家 群众来信 公开申报 市长信箱 领导信箱 县长信箱 区长信箱 信箱 网友 民意 代表 委员 案卷 ' +
      '政务服务事项 事项清单 服务事项 证明事项 开放日 发文 申报 错敏 错别字 规范性文件解读 行政许可事项清单 答复书 告知书 补正通知 延期告知 申请表 申请书 申请渠道 申请流程 申请点 申请窗口 申请平台 申请指南 申请系统 申请目录 受理点 受理窗口 受理机构 申请受理点 接待点 公开点 公开专区 镇街 乡镇 科室 村居',
  ],
  // What was done
  [act('new'), '新收 新收到 本年新收 新增申请 新受理 新接收 本年度新收 当年新收'],
  [act('received'), '收到 接收 接到 受理 收件 共收 登记 收悉 接件 收取申请 接受 受理量 收到的'],
  [act('handled'), '办理 处理 承办 接办 处置 办件'],
  [act('settled'), '办结 结案 办毕 办理完毕 处理完毕 办理完成 办理完结 处理完成 完成办理 办理结果 办理总数 审结'],
  [act('answered'), '答复 回复 办复 作出答复 予以答复 答复件'],
  [
    act('carried-in'),
    '上年结转 上年度结转 上一年结转 上一年度结转 往年结转 去年结转 结转上年 结转上年度 上年转入 上年度转入 上年遗留 上年度遗留 上一年度转入 上年结转申请',
  ],
  [
    act('carried-out'),
    '结转下年度继续办理 结转下年继续办理 结转下年度办理 结转下年度 结转下年 结转至下年度 结转至下年 结转到下年度 结转下一年度 结转至下一年度 ' +
      '结转到下一年度 结转下一年 转下年度 转下年 转至下年度 转入下年度 转入下一年度 下年度继续办理 下年度办理 结转次年 结转至次年 转次年 顺延至下年度 跨年度办理 跨年办理 待下年度',
  ],
  [act('carried'), '结转 转结'],
  [
    act('open'),
    '正在办理 办理中 正在办理中 未办结 尚未办结 待办 在办 待答复 尚在办理 正在处理 处理中 未到期 尚在办理期限内 尚在办理中 未届满 尚未答复 暂未办结 未答复',
  ],
  [
    act('issued'),
    '制发 制定 新制发 新制定 印发 出台 新制作 制作 本年制发 新出台 制定出台 制定印发 制发件数 本年制发件数 下发 新印发 本年新制作数量',
  ],
  [act('repealed'), '废止 清理废止 本年废止件数 废止件数 宣布废止'],
  [act('in-force'), '现行有效 继续有效 有效件数 现行有效件数 有效 现有 对外公开总数量 保留'],
  [act('decided'), '作出 处理决定 实施 决定 本年处理决定数量 处理决定数量 做出'],
  [act('collected'), '收费金额 本年收费金额 收取 收费 收入 征收'],
  [
    act('publicised'),
    '主动公开 发布 公示 公布 推送 转载 刊发 发送 刊登 上传 报送 张贴 更新 累计公开 编发 发放 播放 公开发布 新公开 本年新公开数量 宣传 解答',
  ],
  // How it ended
  [
    outcome('granted'),
    '予以公开 同意公开 全部公开 给予公开 准予公开 依法公开 完全公开 全部予以公开 已公开 已主动公开 属于已主动公开 属于主动公开 已经主动公开 属于主动公开范围 予公开',
  ],
  [caseOf('granted'), '公开'],
  [outcome('partly-granted'), '部分公开 予以部分公开 部分予以公开 区分处理 同意部分公开 部分同意公开 部分'],
  [
    outcome('withheld'),
    '不予公开 不同意公开 拒绝公开 不公开 决定不予公开 依法不予公开 属于不予公开范围 属于不予公开 不同意 不予',
  ],
  [outcome('withheld.state-secret'), '属于国家秘密 国家秘密 涉及国家秘密 涉密'],
  [
    outcome('withheld.forbidden-by-law'),
    '其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开 法律法规禁止公开',
  ],
  [
    outcome('withheld.security-and-stability'),
    '三安全一稳定 危及“三安全一稳定” 危及三安全一稳定 危及"三安全一稳定" 危及国家安全、公共安全、经济安全、社会稳定',
  ],
  [
    outcome('withheld.third-party-interest'),
    '保护第三方合法权益 第三方合法权益 损害第三方合法权益 商业秘密、个人隐私 商业秘密或个人隐私 涉及商业秘密、个人隐私',
  ],
  [caseOf('withheld.third-party-interest'), '商业秘密 个人隐私 涉及第三方 涉及个人隐私 涉及商业秘密'],
  [
    outcome('withheld.internal-affairs'),
    '属于三类内部事务信息 三类内部事务信息 内部事务信息 内部事务 内部管理信息 属于内部事务信息 属于内部管理信息',
  ],
  [outcome('withheld.deliberative'), '属于四类过程性信息 四类过程性信息 过程性信息 属于过程性信息'],
  [
    outcome('withheld.enforcement-file'),
    '属于行政执法案卷 行政执法案卷 行政执法案卷信息 执法案卷 属于行政执法案卷信息',
  ],
  [outcome('withheld.registry-inquiry'), '属于行政查询事项 行政查询事项 属于查询事项'],
  [outcome('unavailable'), '无法提供 不能提供 无法公开 无法'],
  [
    outcome('unavailable.not-held'),
    '本机关不掌握相关政府信息 本机关不掌握相关信息 本机关不掌握 不掌握相关政府信息 不掌握相关信息 不掌握',
  ],
  [
    caseOf('unavailable.not-held'),
    '政府信息不存在 信息不存在 不存在 非本机关负责公开 不属于本机关公开 不属于本机关负责公开 不属于本机关公开范围 不属于本机关 非本机关政府信息 非本机关公开',
  ],
  [
    outcome('unavailable.requires-creation'),
    '没有现成信息需要另行制作 没有现成信息、需要另行制作 没有现成信息，需要另行制作 没有现成信息 无现成信息 需要另行制作 另行制作 需要加工、分析',
  ],
  [
    outcome('unavailable.still-unclear'),
    '补正后申请内容仍不明确 补正后仍不明确 申请内容仍不明确 申请内容不明确 补正后申请内容不明确 内容不明确',
  ],
  [outcome('declined'), '不予处理'],
  [
    outcome('declined.petition'),
    '信访举报投诉类申请 信访举报投诉类 信访举报投诉 信访、举报、投诉类申请 信访、投诉、举报类申请 信访投诉举报类申请 信访、举报、投诉类 信访、投诉举报类申请 信访类申请 信访投诉类申请 信访投诉类',
  ],
  [outcome('declined.repeat'), '重复申请 重复提交申请 属于重复申请'],
  [outcome('declined.publication'), '要求提供公开出版物 提供公开出版物 公开出版物'],
  [outcome('declined.vexatious'), '无正当理由大量反复申请 大量反复申请'],
  [
    outcome('declined.reissue'),
    '要求行政机关确认或重新出具已获取信息 要求行政机关确认或者重新出具已获取信息 要求确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取信息 要求行政机关确认',
  ],
  [outcome('closed'), '其他处理 作其他处理 其他方式处理 其他情形'],
  [
    outcome('closed.clarification-lapsed'),
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期不补正 逾期未补正 申请人逾期未补正 申请人逾期不补正',
  ],
  [
    outcome('closed.fee-unpaid'),
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 申请人逾期未按收费通知要求缴纳费用 逾期未按收费通知要求缴纳费用 逾期未缴纳费用 逾期未缴费 逾期不缴费 不缴纳费用 未缴纳费用',
  ],
  [
    caseOf('closed.other'),
    '主动撤回 撤回申请 申请人撤回 申请人撤销 申请人主动撤回 主动撤销 撤销申请 申请人撤回申请 申请人主动撤销 申请人撤销申请 撤件 已撤销 已撤回 终止办理',
  ],
  [outcome('other'), '其他 其它 其他类'],
  // Who asked
  [applicant('naturalPerson'), '自然人 自然人申请 公民 公民个人 个人申请 个人 自然人提出'],
  [
    applicant('organizations'),
    '法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或组织 法人及组织 法人单位 法人',
  ],
  [applicant('enterprise'), '商业企业 商业公司 企业法人 企业 公司'],
  [applicant('researchInstitute'), '科研机构'],
  [applicant('publicInterestBody'), '社会公益组织 公益组织'],
  [applicant('legalService'), '法律服务机构 律师事务所 律所'],
  [applicant('otherOrganization'), '其他组织 其他法人'],
  [
    FILLER,
    '公民、法人或其他组织 公民、法人和其他组织 公民、法人及其他组织 公民、法人或者其他组织 公民法人和其他组织 公民或者法人 申请人 申请人的 群众 社会公众 公众 变更被告',
  ],
  // How reviews and suits ended
  [
    result('upheld'),
    '结果维持 维持原行政行为 维持原具体行政行为 予以维持 维持 驳回复议请求 驳回行政复议请求 驳回诉讼请求 判决驳回 胜诉',
  ],
  [result('corrected'), '结果纠正 予以纠正 纠正 被撤销 撤销 责令履行 确认违法 败诉 被纠正 变更'],
  [
    result('other'),
    '其他结果 终止审理 终止复议 终止 撤诉 撤回起诉 撤回复议申请 撤回 驳回起诉 驳回复议申请 和解 调解 不予受理 驳回申请',
  ],
  [
    result('pending'),
    '尚未审结 未审结 审理中 正在审理 正在审理中 尚在审理 尚未结案 未结案 在审 尚在审理中 未审理完结 尚未作出决定',
  ],
  [
    { kind: 'route', route: 'direct' },
    '未经复议直接起诉 未经行政复议直接起诉 未经复议直接提起 直接起诉 直接提起行政诉讼 直接提起诉讼',
  ],
  [
    { kind: 'route', route: 'after' },
    '复议后起诉 经复议后起诉 行政复议后起诉 复议后提起行政诉讼 复议后提起诉讼 复议后再起诉',
  ],
  // When
  [{ kind: 'when', when: 'this-year' }, '本年度 本年 全年 年内 全年度 今年 今年以来 一年来 当年'],
  [{ kind: 'when', when: 'last-year' }, '上年度 上年 上一年度 上一年 去年 往年 上年同期 去年同期'],
  [{ kind: 'when', when: 'next-year' }, '下年度 下年 下一年度 下一年 次年 明年 转下'],
  [
    { kind: 'when', when: 'part-year' },
    '上半年 下半年 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 每季度 每月 每年 每周 月均 日均',
  ],
  [{ kind: 'when', when: 'to-date' }, '截至目前 目前 截止目前 截至发稿 现已 迄今'],
  [{ kind: 'when', when: 'years' }, '近年来 历年 近三年 近两年 近五年 历年累计 自成立以来 开通以来'],
  // Whose
  [
    { kind: 'scope', scope: 'own' },
    '本机关 本单位 本局 本办 本委 本级 本厅 本院 本部门 我局 我办 我委 我厅 我单位 我机关 我中心 我分局 我所 我部 我院 局机关 办机关 机关本级 我街道办事处 我街道 我镇 我乡 ' +
      '我处 我会 我站 我管委会 市本级 区本级 县本级 州本级 我局机关 我办公室 区政府办公室 区政府办 市政府办公室 市政府办 县政府办公室 县政府办',
  ],
  [
    { kind: 'scope', scope: 'area' },
    '全省 全市 全区 全县 全州 全旗 全盟 全自治区 全系统 各级行政机关 各级各部门 各部门 各单位 各镇街 各乡镇 各街道 各镇 各地 各县区 各区县 各级 各县市 各县 各区 ' +
      '市直部门 区直部门 县直部门 市政府部门 区政府部门 县政府部门 我省 我市 我区 我县 我州 我旗 辖区 全镇 全乡 全街道 下属单位 所属单位 直属单位 全局系统 全市系统',
  ],
  // What makes it something else
  [
    { kind: 'compare' },
    '同比 环比 较上年 比上年 较上年度 比上年度 较去年 比去年 与上年相比 与去年相比 较上一年 比上一年 较上一年度 同比增长 同比增加 同比减少 同比下降 同比上升 ' +
      '增长 增加 上升 下降 减少 增幅 降幅 降低 多出 增加了 减少了 上涨 翻 较 比',
  ],
  [
    { kind: 'narrow', by: 'channel' },
    '当面 现场 信函 邮寄 网络 在线 线上 邮件 电子邮件 邮箱 传真 网上 书面 纸质 来函 挂号信 快递 口头 平台提交 互联网 网站提交',
  ],
  [
    { kind: 'narrow', by: 'matter' },
    '延期 超期 逾期 超时 补正 征求第三方 当场 即时 提前 方面的 类 协助 配合 代 转办 交办 会办 线下 直接 自行 自办 失效 起草 审核 备案 修订 清理 修改',
  ],
  [{ kind: 'concerning' }, '涉及 关于 有关'],
  [
    { kind: 'rate' },
    '办结率 答复率 公开率 败诉率 纠错率 纠正率 被纠正率 维持率 满意率 满意度 合格率 按时办结率 按期办结率 按时答复率 按期答复率 占比 比例 比重',
  ],
  [{ kind: 'about' }, '约 近 超过 超 逾 不足 大约 左右 以上 余 多'],
  [{ kind: 'none' }, '未 无 没有 尚无 暂无 从未 零 未有 并无 均无 也无 皆无 尚未 没 均未 也未 暂未 无一'],
  [{ kind: 'among' }, '其中'],
  [{ kind: 'open' }, '等 主要 主要包括'],
  [{ kind: 'each' }, '均 均为 都 皆 各'],
  [{ kind: 'joint' }, '和 与 及 以及 或 或者'],
  [{ kind: 'elsewhere' }, '具体行政行为 其他行政行为'],
  [{ kind: 'together' }, '共计 合计 总计 累计'],
  [{ kind: 'respectively' }, '分别 分别为 分别是'],
  [
    { kind: 'disclosure' },
    '政府信息公开工作 信息公开工作 政府信息公开 政务公开工作 政务公开 信息公开 因政府信息公开 因信息公开 涉及政府信息公开 涉政府信息公开 因政府信息公开工作 涉及信息公开',
  ],
  [
    FILLER,
    '共 总共 一共 总数 总量 数量 件数 数 量 为 有 是 计 达 达到 已 全部 均已 按时 按期 及时 依法 依规 按规定 按要求 规范 妥善 的 了 并 且 并全部 并已 ' +
      '情况 案件 事项 方面 包括 截至 截止 年底 年末 期末 期间 以来 来 在 对 向 由 被 因 引发 引起 导致 产生 提起 提出 提交 发生 出现 存在 相关 任何 到 至 从 于 ' +
      '通过 方式 形式 渠道 途径 各类 各项 我们 本 该 其 个 件 也 还 另 另有 另外 同时 此外 结果 总体 依申请方面 度 共有 现 内 本报告期 报告期内 报告期 范围内 规定时限内 规定期限内 ' +
      '法定期限内 法定时限内 在法定期限内 在规定期限内 进行 予以 继续 中 收 里 之 后 前 严格 认真 已经 完成 条款 市 区 县 镇 乡 街道办事处 继续办理 人民政府',
  ],
];

type Entry = { readonly word: string; readonly cue: Cue };

const ENTRIES: readonly Entry[] = LEXICON.flatMap(([cue, line]) => line.split(' ').map(word => ({ word, cue })));

/** Words by their first two characters, the longest first; at most places in a text no word begins, and one look shows it. */
const BY_PAIR: ReadonlyMap<number, readonly Entry[]> = Map.groupBy(
  ENTRIES.filter(({ word }) => word.length > 1).sort((a, b) => b.word.length - a.word.length),
  ({ word }) => pairAt(word, 0),
);
const BY_CHARACTER: ReadonlyMap<number, Entry> = new Map(
  ENTRIES.filter(({ word }) => word.length === 1).map(entry => [entry.word.charCodeAt(0), entry]),
);

// Two characters in 30 bits; characters outside the common ideographs may collide, so a word is always compared whole.
function pairAt(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7f_ff) << 15) | (text.charCodeAt(at + 1) & 0x7f_ff);
}

/** The longest word of the lexicon that begins at `at`; undefined where none does. */
export function findCue(text: string, at: number): Entry | undefined {
  return (
    BY_PAIR.get(pairAt(text, at))?.find(({ word }) => text.startsWith(word, at)) ??
    BY_CHARACTER.get(text.charCodeAt(at))
  );
}
