import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './error-code.ts';

/**
 * Creates a folder and its parents. On failure the error gives the real reason: Node reports "not found" on a
 * read-only disk.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const above = dirname(folder);
    await (existsSync(above) ? mkdir(folder) : makeFolder(above));
    throw error;
  }
}
