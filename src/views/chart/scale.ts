/** The marks of an axis from 0 to at least `greatest`: round numbers (1, 2 or 5 with noughts), three to six of them. */
export function axisMarks(greatest: number): readonly number[] {
  if (greatest <= 0) return [0, 1];
  const rough = greatest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find(factor => factor * power >= rough) ?? 10) * power;
  const count = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** A coordinate as SVG writes it: one decimal is finer than a screen shows. */
export const coordinate = (value: number): string => String(Math.round(value * 10) / 10);
