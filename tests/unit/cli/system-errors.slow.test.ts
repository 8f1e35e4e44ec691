import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../../support/paths.ts';
import { rawRow } from '../../support/raw-row.ts';

/** Whole commands in places where the system refuses something: a sentence, no stack, and nothing changed. */

interface Outcome {
  readonly code: number;
  readonly complaint: string;
}

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'system-'));
  await mkdir(join(folder, 'captures'));
  const rows = Array.from({ length: 50 }, (_, index) =>
    rawRow(`maker/m${index}`, { created: 1_700_000_000 + index }),
  );
  await writeFile(join(folder, 'captures/2026-01-01.json'), JSON.stringify(rows));
  await writeFile(join(folder, 'a-file'), '');
  await mkdir(join(folder, 'site'));
  await writeFile(join(folder, 'site/index.html'), '<h1>Home</h1>');
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  root = await mkdtemp(join(folder, 'root-'));
});
afterEach(() => rm(root, { recursive: true }));

/** Runs a command in a shell with some limits of its own. */
function run(command: string, args: readonly string[], limits = ':'): Promise<Outcome> {
  return new Promise((settle) => {
    const script = `${limits}; exec "$0" "$@"`;
    const file = join(ROOT, `src/cli/${command}.ts`);
    execFile(
      'sh',
      ['-c', script, process.execPath, file, ...args],
      { timeout: 20_000 },
      (error, _, complaint) => {
        settle({ code: error ? Number(error.code) : 0, complaint });
      },
    );
  });
}

async function refusal(command: string, args: readonly string[], limits?: string): Promise<string> {
  const { code, complaint } = await run(command, args, limits);
  expect(code, complaint).toBe(1);
  expect(complaint).not.toMatch(/^ +at /m);
  expect(complaint.trim().split('\n')).toHaveLength(1);
  return complaint;
}

const importing = (): readonly string[] => ['--root', root, join(folder, 'captures')];

it('record names a folder that cannot be made because of a file', async () => {
  await writeFile(join(root, 'captures'), '');
  expect(await refusal('record', ['--root', root])).toContain(
    `${root}/captures cannot be made: something with that name exists`,
  );
});

it.each(['captures/unfinished.json', 'captures/writing.lock', 'src/data/ledger/2026.ndjson.next'])(
  'import-history names a folder in the place of %s',
  async (place) => {
    await mkdir(join(root, place), { recursive: true });
    expect(await refusal('import-history', importing())).toContain(join(root, place));
  },
);

it('record and ledger name a root that is a file', async () => {
  const place = join(folder, 'a-file');
  expect(await refusal('record', ['--root', place])).toContain(`${place}/captures cannot be made`);
  expect(await refusal('ledger', ['--root', place, 'check'])).toContain(`${place}/src/data/ledger is a file`);
});

it('ledger check names rankings that are a file', async () => {
  await mkdir(join(root, 'src/data'), { recursive: true });
  await writeFile(join(root, 'src/data/rankings'), '');
  expect(await refusal('ledger', ['--root', root, 'check'])).toContain('src/data/rankings is a file');
});

it.skipIf(process.platform !== 'linux')(
  'import-history names the file on a full disk and leaves no draft',
  async () => {
    await mkdir(join(root, 'src/data/ledger'), { recursive: true });
    const draft = join(root, 'src/data/ledger/2026.ndjson.next');
    // A device on which every write fails as on a full disk.
    await symlink('/dev/full', draft);
    expect(await refusal('import-history', importing())).toContain(
      `${draft} cannot be written: the disk is full. Make room, and run the command again. (ENOSPC)`,
    );
    expect(await readdir(join(root, 'src/data/ledger'))).toEqual([]);
    expect(await run('import-history', importing())).toMatchObject({ code: 0 });
  },
);

it('import-history names a file above the size limit and keeps the old one', async () => {
  await run('import-history', importing());
  const ledger = join(root, 'src/data/ledger/2026.ndjson');
  const before = await readFile(ledger, 'utf8');
  const more = join(root, 'more');
  await mkdir(more);
  await cp(join(folder, 'captures/2026-01-01.json'), join(more, '2026-01-02.json'));
  const message = await refusal('import-history', ['--root', root, more], 'ulimit -f 8');
  expect(message).toContain(`${ledger}.next cannot be written: the file would be larger than is allowed.`);
  expect(await readFile(ledger, 'utf8')).toBe(before);
});

it('serve and replay report a port that is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const port = String((taken.address() as AddressInfo).port);
  expect(await refusal('serve', ['--dir', join(folder, 'site'), '--port', port])).toContain(
    'That port is taken.',
  );
  expect(await refusal('replay', ['--port', port])).toContain('That port is taken.');
  taken.close();
});

it('serve and replay report a host that does not exist', async () => {
  const host = ['--host', 'no-such-host.invalid', '--port', '0'];
  expect(await refusal('serve', ['--dir', join(folder, 'site'), ...host])).toContain('with --host.');
  expect(await refusal('replay', host)).toContain('with --host.');
});

it('replay and nightly-check report a capture that is a folder or missing', async () => {
  for (const capture of [root, join(root, 'nothing')]) {
    expect(await refusal('replay', ['--capture', capture])).toContain(capture);
    expect(await refusal('nightly-check', ['--site', root, '--capture', capture])).toContain(capture);
  }
});

it('ledger at does not fail when its reader stops early', async () => {
  await run('import-history', importing());
  const { complaint } = await new Promise<Outcome>((settle) => {
    const days = Array.from({ length: 400 }, () => '2026-01-01').join(' ');
    const script = `"$0" "$1" --root "$2" at ${days} | head -c 10`;
    const args = ['-c', script, process.execPath, join(ROOT, 'src/cli/ledger.ts'), root];
    execFile('sh', args, (error, _, text) => {
      settle({ code: error ? 1 : 0, complaint: text });
    });
  });
  expect(complaint).toBe('');
});
