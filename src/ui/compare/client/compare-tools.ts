import type { ModelRecord } from '../../../outputs/record/record.ts';
import { fileName } from '../../export/client/file-name.ts';
import { saveFile } from '../../base/client/save-file.ts';
import { toCsv } from '../../export/client/to-csv.ts';
import { toMarkdown } from '../../export/client/to-markdown.ts';
import { exportOf } from './compare-export.ts';
import type { MarkedGroup } from './matrix/matrix.ts';

/** Copies or saves a comparison, and says what was done. Rejects where the browser does not allow it. */
export async function useTool(
  tool: string,
  records: readonly ModelRecord[],
  groups: readonly MarkedGroup[],
  options: { readonly address: string; readonly onlyDifferences: boolean },
): Promise<string> {
  if (tool === 'link') {
    await navigator.clipboard.writeText(options.address);
    return 'Copied the link.';
  }
  const table = exportOf(records, groups, options);
  if (tool === 'markdown') {
    await navigator.clipboard.writeText(toMarkdown(table));
    return 'Copied the table as Markdown.';
  }
  const name = fileName('compare', options.onlyDifferences, table.dataAsOf, 'csv');
  saveFile(name, toCsv(table), 'text/csv');
  return `Saved ${name}.`;
}
