import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

/**
 * Preloaded into every process of a build (`NODE_OPTIONS=--import=…`): appends the name of each file of a
 * ledger that is read to the file that `LEDGER_READS` names.
 */
const log = process.env.LEDGER_READS ?? '';
const { readFile } = fs.promises;
fs.promises.readFile = ((...given: Parameters<typeof readFile>) => {
  const [path] = given;
  if (typeof path === 'string' && path.includes('/data/ledger/'))
    fs.appendFileSync(log, `${basename(path)}\n`);
  return readFile(...given);
}) as typeof readFile;
syncBuiltinESMExports();
