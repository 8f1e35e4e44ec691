/**
 * Runs an action on one file and adds the file to its errors: the system's read and write errors do not name
 * the file.
 */
export async function namingFile<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && !('path' in error)) Object.assign(error, { path });
    throw error;
  }
}
