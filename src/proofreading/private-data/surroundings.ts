/** How far back a label may stand from what it names. */
const LABEL_DISTANCE = 40;
/** A person is named close to his or her number. */
const PERSON =
  /申请人|当事人|姓名|户主|本人|家属|患者|病人|举报人|投诉人|信访人|上访人|被处罚人|违法行为人|被执行人|被害人|受害人|受害者|受助人|救助对象|帮扶对象|低保户|贫困户|五保户|监护人|驾驶人|车主|业主|住户|租户|承租人|农户|学生|学员|考生|职工|员工|居民|村民|市民|某某|某(?=[，（(、男女])|先生|女士|家长|男，|女，|家庭电话|住宅电话|宅电/u;
const CONTACT =
  /电话|热线|传真|联系方式|手机|邮箱|邮件|电子邮件|地址|地点|邮编|邮政编码|网址|窗口|办公|值班|咨询|受理|举报|投诉|监督|拨打|致电/u;
const HOME = /家庭(?:电话|住址|地址)|住宅电话|宅电|本人电话|个人电话|私人/u;
/** Told to the public: 申请人可拨打…, 市民可致电…, 业主如有疑问请拨打…. */
const INVITATION = /可(?:以)?(?:拨打|致电|通过|联系|咨询|向)|请(?:拨打|致电|联系|咨询|与)|欢迎|拨打|致电|来电|如有/u;
/** A label that names an office's line, whoever was spoken of before. */
const OFFICE_LINE =
  /(?:值班|办公|咨询|服务|监督|投诉|举报|受理|预约|报名|报修|报案|救助|客服|总机|热线|传真)(?:电话|热线|号码)?(?:为|是)?[：:\s]?$/u;
const CODE_LABEL =
  /信用代码|机构代码|代码|编号|文号|索引号|案号|证号|项目号|合同号|订单号|流水号|发票|备案号|许可证|条码|批号|编码|序列号|标准号|期刊|ISBN|ISSN/u;

/** What stands on the same line before a place, at most 40 characters. */
export function lineBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - LABEL_DISTANCE), start);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** Whose number it is, as far as the words before it tell. */
export type Owner = 'office' | 'person' | 'unknown';

/** Reads from the words before a place whether a number belongs to an office's contact details or to a person. */
export function ownerOf(before: string): Owner {
  if (OFFICE_LINE.test(before)) return 'office';
  if (HOME.test(before)) return 'person';
  if (PERSON.test(before) && !INVITATION.test(before)) return 'person';
  return CONTACT.test(before) ? 'office' : 'unknown';
}

/** Whether the words before a place announce a code (信用代码, 索引号, 项目编号 …) and not a person's number. */
export const announcesCode = (before: string): boolean =>
  CODE_LABEL.test(before.slice(-14)) && !/身份证|证件号/u.test(before.slice(-14));
