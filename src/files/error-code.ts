/** The error code of the system or Node, such as `ENOENT`; empty if there is no code. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Runs the action; returns `null` if it fails with this code. */
export async function unlessCode<T>(code: string, action: () => Promise<T>): Promise<T | null> {
  try {
    return await action();
  } catch (error) {
    if (codeOf(error) === code) return null;
    throw error;
  }
}
