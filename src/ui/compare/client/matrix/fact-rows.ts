import { CATEGORIES, CATEGORY_NAMES } from '../../../../catalog/categories.ts';
import { decimalOf } from '../../../../catalog/decimal.ts';
import { plainText } from '../../../../catalog/figures.ts';
import { count, date, integer } from '../../../../catalog/format.ts';
import type { ModelRecord } from '../../../../outputs/record/record.ts';
import {
  amountCell,
  isListed,
  missingCell,
  NOT_RECORDED,
  rowOf,
  textCell,
  unknownCell,
  type Cell,
  type Group,
  type Row,
} from './cell.ts';

/** Ranks by use, then dates. */
export function useAndDateRows(records: readonly ModelRecord[]): Row[] {
  const categories = CATEGORY_NAMES.filter((name) =>
    records.some(({ category_ranks: ranks }) => ranks[name]),
  );
  return [
    rowOf(records, 'Popularity rank', (record) => rankCell(record, record.popularity)),
    ...categories.map((name) =>
      rowOf(records, `Rank in ${CATEGORIES[name].label}`, (record) =>
        rankCell(record, record.category_ranks[name]),
      ),
    ),
    rowOf(records, 'Status', statusCell),
    rowOf(records, 'Replacement', ({ replacement }) =>
      replacement === null ? missingCell('none') : textCell(replacement.name, [replacement.id]),
    ),
    rowOf(records, 'Added', addedCell),
    rowOf(records, 'Price changes', changesCell),
    rowOf(records, 'Knowledge cutoff', (record) =>
      record.knowledge_cutoff === null ? unknownCell(record) : textCell(date(record.knowledge_cutoff)),
    ),
  ];
}

/** What matters less. */
export function detailRows(records: readonly ModelRecord[]): Row[] {
  const rows = [
    rowOf(records, 'Tokenizer', (record) => wordCell(record, record.tokenizer)),
    rowOf(records, 'Moderated', (record) =>
      record.is_moderated === null ? unknownCell(record) : textCell(record.is_moderated ? 'yes' : 'no'),
    ),
    rowOf(records, 'Weights', (record) => wordCell(record, record.hugging_face_id)),
    rowOf(records, 'Author', ({ author }) => textCell(author.name)),
  ];
  return rows.filter(({ cells }) => cells.some(({ isMissing }) => !isMissing));
}

function rankCell(record: ModelRecord, rank: ModelRecord['popularity'] | undefined): Cell {
  if (rank) return textCell(integer(rank.rank), [`of ${integer(rank.of)}`]);
  if (record.status.kind === 'retired') return missingCell('retired');
  return isListed(record) ? missingCell('not ranked') : NOT_RECORDED;
}

function statusCell({ status }: ModelRecord): Cell {
  switch (status.kind) {
    case 'listed':
      return textCell('listed');
    case 'retiring':
      return textCell('retiring', [date(status.on)]);
    case 'retired':
      return textCell('retired', [
        status.is_dated || status.after === null
          ? date(status.by)
          : `between ${date(status.after)} and ${date(status.by)}`,
      ]);
    case 'not-asked-for':
      return textCell('not in this copy', [`last seen ${date(status.last_seen)}`]);
  }
}

/** A model in the first records may be older than them. */
function addedCell(record: ModelRecord): Cell {
  const { added_at: added, history } = record;
  const first = history?.first_listed;
  if (added !== null) return textCell(date(added));
  if (!first) return unknownCell(record);
  return first.is_baseline ? textCell(`by ${date(first.by)}`) : textCell(date(first.by));
}

function changesCell({ history }: ModelRecord): Cell {
  if (history === null) return NOT_RECORDED;
  const { price_changes: changes, days_listed: days } = history;
  const number = changes.length === 0 ? 'none' : String(changes.length);
  return { ...textCell(number, [`in ${count(days, 'day')}`]), key: number };
}

function wordCell(record: ModelRecord, word: string | null): Cell {
  return word === null ? unknownCell(record) : textCell(word);
}

/** Figures of third parties, each group with the name of those who measured. */
export function benchmarkGroups(records: readonly ModelRecord[]): Group[] {
  const missing = missingCell('none listed');
  const figure = (value: number | null | undefined): Cell =>
    value == null ? missing : amountCell(decimalOf(Number(value.toPrecision(12))), plainText(value));
  const indices = (['intelligence', 'coding', 'agentic'] as const).map((name) =>
    rowOf(records, INDEX_LABELS[name], ({ benchmarks }) => figure(benchmarks?.artificial_analysis?.[name]), {
      best: 'highest',
    }),
  );
  const results = (record: ModelRecord) => record.benchmarks?.design_arena?.results ?? [];
  const arenas = new Map(
    records
      .flatMap(results)
      .map(({ arena, category }) => [JSON.stringify([arena, category]), { arena, category }]),
  );
  const votes = [...arenas.values()].map(({ arena, category }) =>
    rowOf(
      records,
      `${arena}: ${category}, Elo`,
      (record) =>
        figure(
          results(record)
            .map((one) => ({ ...one, elo: Math.round(one.elo) }))
            .find((one) => one.arena === arena && one.category === category)?.elo,
        ),
      { best: 'highest' },
    ),
  );
  return [
    {
      title: 'Benchmarks: indices, 0 to 100',
      attribution: { name: 'Artificial Analysis', href: 'https://artificialanalysis.ai' },
      rows: indices.filter(isKnown),
    },
    {
      title: 'Benchmarks: votes',
      attribution: { name: 'Design Arena', href: 'https://www.designarena.ai' },
      rows: votes.filter(isKnown),
    },
  ];
}

const INDEX_LABELS = { intelligence: 'Intelligence', coding: 'Coding', agentic: 'Agentic work' } as const;

function isKnown({ cells }: Row): boolean {
  return cells.some(({ isMissing }) => !isMissing);
}
