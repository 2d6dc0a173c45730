import type { Guide } from '../../../src/publishing/rules/guide.ts';
import { NO_CONTACT } from '../../../src/people/rules/agency.ts';
import type { AgencyInput } from '../../../src/people/rules/read-agency.ts';

/** 政府信息公开指南 of an agency of the sample district: complete, from what the register knows of the agency. */
export function guideOf({ name, shortName, contact = NO_CONTACT }: AgencyInput): Guide {
  const [office, telephone] = [contact.office ?? `${shortName}办公室`, contact.telephone ?? '0990-0000100'];
  const [address, postcode] = [contact.address ?? '示范市晴川区望江路1号', contact.postcode ?? '990101'];
  return {
    classification: `${name}公开的政府信息分为机构职能、政策文件、规划计划、统计信息、财政信息、重点领域信息、工作动态等类。`,
    arrangement:
      '每条信息有索引号、名称、内容概述、生成日期、发布机构、主题分类和公开类别，按索引号编排，可以按栏目、主题和年份查找。',
    access:
      '主动公开的信息可以在晴川区政府门户网站查阅、下载，也可以在区档案馆、区图书馆、区政务服务中心的查阅点查阅；没有主动公开的信息可以提出申请。',
    proactive: {
      scope: '依照政府信息公开条例第十九条至第二十一条应当主动公开的信息，具体见“法定主动公开内容”。',
      channels: '晴川区政府门户网站、政府公报、新闻发布会、政务服务中心的公开栏和查阅点。',
      period: '自信息形成或者变更之日起20个工作日内公开；法律、法规另有规定的，从其规定。',
    },
    onApplication: {
      channels: [
        { way: 'in-person', how: `到${address}当面提交，由工作人员当场登记。` },
        { way: 'post', how: `寄到${address}${office}（邮政编码${postcode}），信封上请注明“政府信息公开申请”。` },
        { way: 'online', how: '在晴川区政府门户网站“依申请公开”栏目在线填写。' },
      ],
      acceptedBy: office,
      period:
        '能够当场答复的当场答复；不能当场答复的，自收到申请之日起20个工作日内答复；需要延长的，经负责人同意并告知申请人，延长不超过20个工作日。',
      fees: '提供政府信息不收取费用；申请的数量、频次明显超过合理范围的，按照国家规定收取信息处理费。',
    },
    office: {
      name: office,
      address,
      hours: contact.hours ?? '工作日 8:30—12:00，13:30—17:30',
      telephone,
      fax: contact.fax ?? '无',
      online: '晴川区政府门户网站“依申请公开”栏目',
      postcode,
    },
    oversight: {
      body: '示范市晴川区人民政府办公室（全区政府信息公开工作主管部门）',
      telephone: '0990-0000101',
      address: '示范市晴川区望江路1号',
    },
  };
}
