/** A function that computes its answer at the first call and keeps it. */
export function once<T>(compute: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => (answer ??= { value: compute() }).value;
}

/** A function that computes its answer at the first call with a key and keeps it. */
export function memo<K, V>(compute: (key: K) => V): (key: K) => V {
  const answers = new Map<K, { readonly value: V }>();
  return (key) => {
    const answer = answers.get(key) ?? { value: compute(key) };
    answers.set(key, answer);
    return answer.value;
  };
}
