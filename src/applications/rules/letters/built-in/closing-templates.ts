import { CORRECTION_OPENING, OPENING } from './opening.ts';

/** Version 1 of the letters that end a case without a reply, and of those on corrections of personal records. */
export const CLOSING_TEMPLATES = {
  'clarification-lapsed': `${OPENING}
因申请内容不明确，本机关于{{通知日期}}告知{{称谓}}补正，补正期限至{{届满日期}}。{{称谓}}无正当理由逾期不补正。根据{{依据}}的规定，视为放弃申请，本机关不再处理该政府信息公开申请。
{{救济告知}}`,
  'fee-lapsed': `${OPENING}
本机关于{{通知日期}}通知{{称谓}}缴纳信息处理费{{收费金额}}元，缴费期限至{{届满日期}}。{{称谓}}逾期未按照要求缴纳。根据{{依据}}的规定，视为放弃申请，本机关不再处理该政府信息公开申请。
{{救济告知}}`,
  withdrawal: `${OPENING}
{{撤回日期}}，本机关收到{{称谓}}撤回该申请的书面材料。本机关终止办理该政府信息公开申请，现予告知。{{称谓}}今后可以就相同内容重新提出申请。`,
  'record-corrected': `${CORRECTION_OPENING}
经审核，{{称谓}}提供的证据能够证明该记录不准确。根据{{依据}}的规定，本机关予以更正：{{更正结果}}。
{{救济告知}}`,
  'record-transferred': `${CORRECTION_OPENING}
经审核，该记录不属于本机关职能范围，本机关无权更正。根据{{依据}}的规定，本机关已于{{转送日期}}将{{称谓}}的申请转送有权更正的{{转送机关}}处理，现予告知。
{{救济告知}}`,
  'record-kept': `${CORRECTION_OPENING}
经审核，{{理由}}。根据{{依据}}的规定，本机关不予更正。
{{救济告知}}`,
} as const;
