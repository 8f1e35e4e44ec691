/**
 * Loads a module on the first call. All calls share one promise, so that what waits for it runs in the order
 * of the calls. After a failure, the next call tries again.
 */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => {
    if (!loaded) (loaded = load()).catch(() => (loaded = null));
    return loaded;
  };
}
