/**
 * Makes each batch while the one before is being written, and never has two writes under way: order is kept, and the
 * database does not wait for the thread nor the thread for the database.
 */
export async function writeBehind<Batch>(
  batches: Iterable<Promise<Batch> | Batch>,
  write: (batch: Batch) => Promise<unknown>,
): Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve();
  for (const making of batches) {
    const [batch] = await Promise.all([making, underWay]);
    underWay = write(batch);
    // It is awaited in the next round; without this a failure before that would count as unhandled.
    underWay.catch(() => undefined);
  }
  await underWay;
}

/** Consecutive slices of a list. */
export function* slices<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
