import { choiceSetting } from '../../people/rules/setting.ts';
import type { Setting } from '../../people/rules/setting.ts';
import { CONTESTED_POINT_NAMES, CONTESTED_POINTS } from './contested-points.ts';
import type { ClockReadings, ContestedPoint, ContestedPointName } from './contested-points.ts';

/** lateClarification → clock-late-clarification */
const keyOf = (name: string): string => `clock-${name.replaceAll(/[A-Z]/g, capital => `-${capital.toLowerCase()}`)}`;

function settingOf(name: ContestedPointName): Setting<string> {
  const point: ContestedPoint = CONTESTED_POINTS[name];
  return choiceSetting(
    {
      key: keyOf(name),
      title: point.question,
      explanation: '法律、行政法规没有规定或者理解不一；选哪一种由本机关决定，另一种理解得出更早日期的，一并显示。',
      basis: [point.basis],
      scope: 'agency',
      standard: point.preset,
    },
    Object.entries(point.readings).map(([value, { text, why }]) => ({ value, text, hint: why })),
  );
}

/** One setting for each point on which the counting of days is contested. */
export const CLOCK_SETTINGS = Object.fromEntries(
  CONTESTED_POINT_NAMES.map(name => [name, settingOf(name)]),
) as Readonly<Record<ContestedPointName, Setting<string>>>;

/** The readings from the settings' values: each value is one of its setting's own, or the preset. */
export function clockReadingsFrom(values: Readonly<Record<ContestedPointName, string>>): ClockReadings {
  return values as unknown as ClockReadings;
}
