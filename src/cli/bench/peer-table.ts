import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { z } from 'zod';
import { timeClicks, timeLetters } from './frame-times.ts';

/**
 * The table of openrouterlist (github.com/jvrck/openrouterlist), which lists models with DataTables:
 * its page as it is, its libraries from npm, and the rows of our capture.
 */

export interface PeerTimes {
  /** Rows that its table shows. */
  readonly rows: number;
  /** Milliseconds from a click on a header to the next frame. */
  readonly sort: number;
  /** Milliseconds from a key press in the filter to the next frame. */
  readonly filter: number;
}

/** The libraries that its page names, in the versions that npm has of them. */
const LIBRARIES = [
  'jquery@3.6.0',
  'datatables.net@1.11.5',
  'datatables.net-dt@1.11.5',
  'datatables.net-buttons@1.7.1',
  'datatables.net-buttons-dt@1.7.1',
  'jszip@3.1.3',
];

/** The local file to send for an address of its page, by the end of the address. */
const FILES: readonly (readonly [end: string, file: string])[] = [
  ['/jquery-3.6.0.min.js', 'jquery/dist/jquery.min.js'],
  ['/jquery.dataTables.min.js', 'datatables.net/js/jquery.dataTables.min.js'],
  ['/jquery.dataTables.min.css', 'datatables.net-dt/css/jquery.dataTables.min.css'],
  ['/dataTables.buttons.min.js', 'datatables.net-buttons/js/dataTables.buttons.min.js'],
  ['/buttons.flash.min.js', 'datatables.net-buttons/js/buttons.flash.min.js'],
  ['/buttons.html5.min.js', 'datatables.net-buttons/js/buttons.html5.min.js'],
  ['/buttons.print.min.js', 'datatables.net-buttons/js/buttons.print.min.js'],
  ['/buttons.dataTables.min.css', 'datatables.net-buttons-dt/css/buttons.dataTables.min.css'],
  ['/jszip.min.js', 'jszip/dist/jszip.min.js'],
];

/** The origin that its page is served from. No request leaves the machine. */
const ORIGIN = 'http://peer.localhost/';

const captureRows = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      created: z.number(),
      context_length: z.number().nullable(),
      pricing: z.object({ prompt: z.string().optional(), completion: z.string().optional() }),
      supported_parameters: z.array(z.string()).nullish(),
    }),
  ),
});
type CaptureRow = z.infer<typeof captureRows>['data'][number];

const COLUMNS: Readonly<Record<string, (row: CaptureRow) => string>> = {
  id: ({ id }) => quoted(id),
  name: ({ name }) => quoted(name),
  created: ({ created }) => String(created),
  context_length: (row) => String(row.context_length ?? ''),
  'pricing.prompt': ({ pricing }) => quoted(pricing.prompt ?? ''),
  'pricing.completion': ({ pricing }) => quoted(pricing.completion ?? ''),
  tool_calling: has('tools'),
  structured_outputs: has('structured_outputs'),
  reasoning: has('reasoning'),
  response_format: has('response_format'),
  web_search: has('web_search_options'),
};

/**
 * Times the table in `folder`, a checkout of its repository, with the rows of a capture file. `libraries` is
 * where its libraries are installed.
 */
export async function measurePeer(
  browser: Browser,
  { folder, libraries, capture }: { folder: string; libraries: string; capture: string },
): Promise<PeerTimes> {
  installLibraries(libraries);
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const { data } = captureRows.parse(JSON.parse(readFileSync(capture, 'utf8')));
  const page = await browser.newPage();
  try {
    await page.route('**/*', async (route) => {
      const address = route.request().url();
      const file = FILES.find(([end]) => address.endsWith(end))?.[1];
      if (address === ORIGIN) await route.fulfill({ contentType: 'text/html', body: html });
      else if (address === `${ORIGIN}data/output.csv`) await route.fulfill({ body: csvOf(data) });
      else if (address === `${ORIGIN}data/updated`) await route.fulfill({ body: '' });
      else if (address === `${ORIGIN}data/history/prices.json`) await route.fulfill({ json: {} });
      else if (file !== undefined) await route.fulfill({ path: join(libraries, 'node_modules', file) });
      else await route.abort();
    });
    await page.goto(ORIGIN);
    const rows = page.locator('#csvTable tbody tr');
    const field = page.locator('.dataTables_filter input');
    await field.waitFor();
    const sort = await timeClicks(page, page.locator('#csvTable th', { hasText: 'Prompt Cost' }));
    const filter = await timeLetters(page, field);
    return { rows: await rows.count(), sort, filter };
  } finally {
    await page.close();
  }
}

function installLibraries(folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--save-exact', ...LIBRARIES],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}

function csvOf(rows: readonly CaptureRow[]): string {
  const lines = rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row)));
  return [Object.keys(COLUMNS), ...lines].map((cells) => cells.join(',')).join('\n');
}

/** Its page splits lines at every comma. */
function quoted(text: string): string {
  return `"${text.replace(/[",]/g, ' ')}"`;
}

function has(parameter: string): (row: CaptureRow) => string {
  return (row) => quoted(row.supported_parameters?.includes(parameter) === true ? 'Yes' : 'No');
}
