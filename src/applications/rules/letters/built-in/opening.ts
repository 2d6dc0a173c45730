/** How letters to an applicant begin: what came, when, by which way, what it asks for. */
export const OPENING =
  '本机关于{{收到日期}}收到{{称谓}}以{{收到方式}}方式提出的政府信息公开申请（登记编号：{{登记编号}}），申请公开“{{申请内容}}”。' +
  '{{如果 补正收到日期}}经告知补正，本机关于{{补正收到日期}}收到{{称谓}}补正后的申请。{{结束}}' +
  '{{如果 缴费日期}}{{称谓}}于{{缴费日期}}缴清了信息处理费。{{结束}}';

/** The same for corrections of personal records (Art. 41). */
export const CORRECTION_OPENING =
  '本机关于{{收到日期}}收到{{称谓}}以{{收到方式}}方式提出的更正申请（登记编号：{{登记编号}}），要求更正下列与{{称谓}}自身相关的政府信息：{{更正事项}}。';
