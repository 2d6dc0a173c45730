import type { HolidayNotice } from '../holiday-notice.ts';

// The extension took the make-up day of 1 February back; later local orders to resume work late were no holidays of the calendar.
export const NOTICES_2020: readonly HolidayNotice[] = [
  {
    kind: 'yearly',
    year: 2020,
    title: '国务院办公厅关于2020年部分节假日安排的通知',
    number: '国办发明电〔2019〕16号',
    issuedOn: '2019-11-21',
    holidays: [
      { name: '元旦', from: '2020-01-01', to: '2020-01-01' },
      { name: '春节', from: '2020-01-24', to: '2020-01-30' },
      { name: '清明节', from: '2020-04-04', to: '2020-04-06' },
      { name: '劳动节', from: '2020-05-01', to: '2020-05-05' },
      { name: '端午节', from: '2020-06-25', to: '2020-06-27' },
      { name: '国庆节、中秋节', from: '2020-10-01', to: '2020-10-08' },
    ],
    makeUpDays: [
      { name: '春节', on: '2020-01-19' },
      { name: '春节', on: '2020-02-01' },
      { name: '劳动节', on: '2020-04-26' },
      { name: '劳动节', on: '2020-05-09' },
      { name: '端午节', on: '2020-06-28' },
      { name: '国庆节、中秋节', on: '2020-09-27' },
      { name: '国庆节、中秋节', on: '2020-10-10' },
    ],
    ordinaryDays: [],
  },
  {
    kind: 'emergency',
    year: 2020,
    title: '国务院办公厅关于延长2020年春节假期的通知',
    number: '国办发明电〔2020〕1号',
    issuedOn: '2020-01-26',
    holidays: [{ name: '春节', from: '2020-01-31', to: '2020-02-02' }],
    makeUpDays: [],
    ordinaryDays: [],
  },
];
