import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { captureText, type Capture } from '../../src/upstream/capture.ts';

/** Writes a capture and the folders above it; a path that ends in `.gz` is compressed. */
export async function writeCapture(path: string, capture: Capture): Promise<void> {
  const text = captureText(capture);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, path.endsWith('.gz') ? gzipSync(text) : text);
}
