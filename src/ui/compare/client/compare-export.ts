import type { ModelRecord } from '../../../outputs/record/record.ts';
import { date } from '../../../catalog/format.ts';
import type { ExportTable } from '../../export/client/export-table.ts';
import type { Cell } from './matrix/cell.ts';
import { differenceSentence, type MarkedGroup } from './matrix/matrix.ts';

/** A comparison as it is exported: a row for each fact, a column for each model. */
export function exportOf(
  records: readonly ModelRecord[],
  groups: readonly MarkedGroup[],
  { address, onlyDifferences }: { readonly address: string; readonly onlyDifferences: boolean },
): ExportTable {
  const dataAsOf = (records[0]?.captured_at ?? '').slice(0, 10);
  return {
    title: `Compare ${records.map(({ name }) => name).join(', ')}`,
    about: [
      differenceSentence(groups),
      ...(onlyDifferences ? ['Only rows that differ.'] : []),
      `Data as of ${date(dataAsOf)}. Prices are OpenRouter’s, in US dollars.`,
      ...attributions(groups),
    ].join(' '),
    dataAsOf,
    address,
    columns: [
      { key: 'group', label: 'Group' },
      { key: 'fact', label: 'Fact' },
      ...records.map(({ id, name }) => ({ key: id, label: `${name} (${id})` })),
    ],
    rows: groups.flatMap(({ title, rows }) =>
      rows
        .filter(({ isSame }) => !(onlyDifferences && isSame))
        .map(({ label, cells }) => ({
          address: '',
          values: [title, label, ...cells.map(cellText)],
        })),
    ),
  };
}

/** The exact form of a price has its unit, which is also a note such as `/ search`. */
function cellText({ text, exact, notes }: Cell): string {
  return exact === null
    ? [text, ...notes].join('; ')
    : [exact, ...notes.filter((note) => !note.startsWith('/ '))].join('; ');
}

function attributions(groups: readonly MarkedGroup[]): readonly string[] {
  return groups.flatMap(({ attribution, title }) =>
    attribution === undefined ? [] : [`${title} by ${attribution.name} (${attribution.href}).`],
  );
}
