import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

async function collect<Item, Value>(results: AsyncGenerator<readonly [Item, Value]>) {
  const collected: (readonly [Item, Value])[] = [];
  for await (const result of results) collected.push(result);
  return collected;
}

test('results come in the order of the items, whichever is done first, and no more are under way than allowed', async () => {
  let [now, most] = [0, 0];
  const results = inOrder([5, 1, 3, 2, 4], 2, async item => {
    now += 1;
    most = Math.max(most, now);
    await new Promise(resolve => setTimeout(resolve, item));
    now -= 1;
    return item * 10;
  });
  expect(await collect(results)).toEqual([5, 1, 3, 2, 4].map(item => [item, item * 10]));
  expect(most).toBe(2);
});

test('a failure is met in its turn', async () => {
  const results = inOrder([1, 2], 2, async item => {
    if (item === 2) throw new Error('second');
    return item;
  });
  expect((await results.next()).value).toEqual([1, 1]);
  await expect(results.next()).rejects.toThrow('second');
});
