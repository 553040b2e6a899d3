/** Much of reading a page is waiting: for the network to be idle, for a frame, for a part that loads when it is seen. */
const readers = 3;

/**
 * Does the work for each item, several at a time, and returns the results in the order of the items. Where one fails no
 * other begins; those that have begun come to their end, and then its error is thrown.
 */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  {atOnce = readers} = {},
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  let hasFailed = false;
  const next = async () => {
    for (const [at, item] of waiting) {
      if (hasFailed) return;
      try {
        results[at] = await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({length: atOnce}, next));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return results;
}
