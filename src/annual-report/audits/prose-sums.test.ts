import { NO_SECTIONS } from '../rules/report.ts';
import { withAdded, withProse } from '../../../test/reports/altered-report.ts';
import { describeAudit } from '../../../test/reports/describe-audit.ts';
import { sampleReport } from '../../../test/reports/sample-report.ts';
import { proseSums } from './prose-sums.ts';

const report = sampleReport('2021');
const saying = (text: string) => withProse(report, { '1': text });

describeAudit(proseSums, {
  passing: {
    'parts that add up': report,
    'the old form': sampleReport('2019'),
    'an incomplete list': saying('公开信息2203条，其中概况20条、通知118条、动态416条。'),
    'a list that says so': saying('公开信息300条，包括财政类20条、规划类30条等。'),
    'different units': saying('发布信息30条，其中视频5个、图解80幅。'),
  },
  failing: {
    'parts that are more than the whole': {
      given: saying('接待咨询372人次，其中现场331人次、电话61人次。'),
      finds: [
        {
          level: 'error',
          where: 'section1',
          quote: '372人次，其中现场331人次、电话61人次',
          message: '分项相加331+61=392，大于总数372',
        },
      ],
    },
    'a part larger than the whole': {
      given: saying('公开信息382条，其中网站35条，媒体80条，公众号2443条。'),
      finds: [{ level: 'error', where: 'section1', message: '其中的一项2443条大于总数382条' }],
    },
    'channels that may publish the same text': {
      given: saying('公开信息306条，其中网站216条、微信22条、其他299条。'),
      finds: [{ level: 'notice', where: 'section1', message: '多渠道发布' }],
    },
    'a complete list that is less': {
      given: saying('公开信息388条（政策163条、财政126条、动态90条）。'),
      finds: [{ level: 'warning', where: 'section1', message: '163+126+90=379，小于总数388' }],
    },
    'a wrong equation, in another section': {
      given: withAdded(report, '5', '整改问题11+36+116=136个。'),
      finds: [{ level: 'error', where: 'section5', message: '11+36+116=163，与所写的136不等' }],
    },
    'shares of more than the whole': {
      given: saying('自然人申请占65%、企业申请占40%。'),
      finds: [{ level: 'warning', where: 'section1', message: '超过100%' }],
    },
  },
  notAssessable: { 'no prose': { ...report, sections: NO_SECTIONS } },
});
