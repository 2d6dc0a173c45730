import { nthWorkingDay } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';

/** 政策解读 forms; one interpretation may have several. */
export const INTERPRETATION_FORMS = [
  'text',
  'diagram',
  'questions',
  'animation',
  'audio',
  'video',
  'press-conference',
  'expert',
  'head-of-agency',
] as const;
export type InterpretationForm = (typeof INTERPRETATION_FORMS)[number];
export const INTERPRETATION_FORM_LABEL = {
  text: '文字解读',
  diagram: '图解',
  questions: '问答',
  animation: '动画解读',
  audio: '音频解读',
  video: '视频解读',
  'press-conference': '新闻发布会',
  expert: '专家解读',
  'head-of-agency': '负责人解读',
} as const satisfies Record<InterpretationForm, string>;

/** Working days within which an interpretation follows its document. Practice of the provinces; the regulation sets none. */
export const INTERPRETATION_WORKING_DAYS = 3;

/** The day by which a document published on a day must have its interpretation. */
export function interpretationDueOn(publishedOn: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  return nthWorkingDay(calendar, publishedOn, INTERPRETATION_WORKING_DAYS);
}

const GRAM = 13;
/** Share of an interpretation that may stand in the document word for word. */
export const OVERLAP_LIMIT = 0.6;

/** Which share of an interpretation's text (0 to 1) stands word for word in the document, in runs of 13 characters. */
export function overlapWith(document: string, interpretation: string): number {
  const [whole, part] = [document, interpretation].map(text => text.replaceAll(/[^\p{Letter}\p{Number}]/gu, '')) as [
    string,
    string,
  ];
  if (part.length < GRAM) return part !== '' && whole.includes(part) ? 1 : 0;
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= whole.length; at += 1) grams.add(whole.slice(at, at + GRAM));
  let shared = 0;
  let coveredTo = 0;
  for (let at = 0; at + GRAM <= part.length; at += 1) {
    if (!grams.has(part.slice(at, at + GRAM))) continue;
    shared += at + GRAM - Math.max(at, coveredTo);
    coveredTo = at + GRAM;
  }
  return shared / part.length;
}
