/** A function that computes its answer at the first call and keeps it. */
export function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= compute());
}
