import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './error-code.ts';

/** Makes a folder and those above it. Where it cannot, the error says why: Node itself says of a read-only disk that nothing is there. */
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
