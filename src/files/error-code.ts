/** The code that the system or Node gave an error, such as `ENOENT`; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Runs the action; `null` where it fails with this code. */
export async function unlessCode<T>(code: string, action: () => Promise<T>): Promise<T | null> {
  try {
    return await action();
  } catch (error) {
    if (codeOf(error) === code) return null;
    throw error;
  }
}
