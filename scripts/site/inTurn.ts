/** Much of reading a page is waiting: for the network to be idle, for a frame, for a part that loads when it is seen. */
const readers = 3;

/** Does the work for each item, several at a time, and returns the results in the order of the items. */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const next = async () => {
    for (const [at, item] of waiting) results[at] = await work(item);
  };
  await Promise.all(Array.from({length: readers}, next));
  return results;
}
