import type { HolidayNotice } from '../holiday-notice.ts';

export const NOTICES_2019: readonly HolidayNotice[] = [
  {
    kind: 'yearly',
    year: 2019,
    title: '国务院办公厅关于2019年部分节假日安排的通知',
    number: '国办发明电〔2018〕15号',
    issuedOn: null,
    holidays: [
      { name: '元旦', from: '2018-12-30', to: '2019-01-01' },
      { name: '春节', from: '2019-02-04', to: '2019-02-10' },
      { name: '清明节', from: '2019-04-05', to: '2019-04-07' },
      { name: '劳动节', from: '2019-05-01', to: '2019-05-01' },
      { name: '端午节', from: '2019-06-07', to: '2019-06-09' },
      { name: '中秋节', from: '2019-09-13', to: '2019-09-15' },
      { name: '国庆节', from: '2019-10-01', to: '2019-10-07' },
    ],
    makeUpDays: [
      { name: '元旦', on: '2018-12-29' },
      { name: '春节', on: '2019-02-02' },
      { name: '春节', on: '2019-02-03' },
      { name: '国庆节', on: '2019-09-29' },
      { name: '国庆节', on: '2019-10-12' },
    ],
    ordinaryDays: [],
  },
  {
    kind: 'amendment',
    year: 2019,
    title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
    number: '国办发明电〔2019〕3号',
    issuedOn: '2019-03-22',
    holidays: [{ name: '劳动节', from: '2019-05-01', to: '2019-05-04' }],
    makeUpDays: [
      { name: '劳动节', on: '2019-04-28' },
      { name: '劳动节', on: '2019-05-05' },
    ],
    ordinaryDays: [],
  },
];
