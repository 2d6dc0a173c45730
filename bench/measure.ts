/** The median time of one run in milliseconds, after warming up: at least 15 runs and half a second of them. */
export async function measure(work: () => Promise<unknown>): Promise<number> {
  for (let run = 0; run < 8; run += 1) await work();
  const times: number[] = [];
  const until = performance.now() + 500;
  while (times.length < 15 || performance.now() < until) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
