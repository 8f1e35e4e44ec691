/** Computes the value on the first call and caches it. */
export function once<T>(compute: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => (answer ??= { value: compute() }).value;
}

/** Computes the value of a key on its first call and caches it. */
export function memo<K, V>(compute: (key: K) => V): (key: K) => V {
  const answers = new Map<K, { readonly value: V }>();
  return (key) => {
    const answer = answers.get(key) ?? { value: compute(key) };
    answers.set(key, answer);
    return answer.value;
  };
}
