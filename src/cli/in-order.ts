/** The results of `work` on each item, in the order of the items, with up to `width` of them under way at a time. */
export async function* inOrder<Item, Value>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Value>,
): AsyncGenerator<readonly [Item, Value]> {
  const underWay: Promise<Value>[] = [];
  for (const [index, item] of items.entries()) {
    while (underWay.length < width && index + underWay.length < items.length) {
      const started = work(items[index + underWay.length]!);
      // A failure is met when its turn comes; until then it is not unhandled.
      started.catch(() => {});
      underWay.push(started);
    }
    yield [item, await underWay.shift()!];
  }
}
