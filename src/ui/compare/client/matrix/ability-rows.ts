import { CAPABILITIES, CAPABILITY_KEYS, isImpliedByModalities } from '../../../../catalog/capabilities.ts';
import { modalityInfo, orderModalities } from '../../../../catalog/modalities.ts';
import { PARAMETERS } from '../../../../catalog/parameters.ts';
import { decimalOf } from '../../../../catalog/decimal.ts';
import { integer, shortTokens } from '../../../../catalog/format.ts';
import type { ModelRecord } from '../../../../outputs/record/record.ts';
import {
  amountCell,
  isListed,
  NOT_RECORDED,
  rowOf,
  signCell,
  unknownCell,
  type Cell,
  type Row,
} from './cell.ts';

type Limit = 'context' | 'max_output';

export function limitRows(records: readonly ModelRecord[]): Row[] {
  const limitRow = (label: string, limit: Limit): Row =>
    rowOf(records, label, (record) => tokensCell(record, limit), { best: 'highest', ratio: 'limit' });
  return [limitRow('Context', 'context'), limitRow('Max output', 'max_output')];
}

function tokensCell(record: ModelRecord, limit: Limit): Cell {
  const tokens = record[limit];
  if (!tokens) return unknownCell(record);
  return amountCell(decimalOf(tokens), shortTokens(tokens), { exact: integer(tokens) });
}

/** Modalities that any of the models has, then features that any of them has. */
export function abilityRows(records: readonly ModelRecord[]): Row[] {
  return [
    ...modalityRows(records, 'input_modalities', 'input'),
    ...modalityRows(records, 'output_modalities', 'output'),
    ...CAPABILITY_KEYS.filter(
      (key) => !isImpliedByModalities(key) && records.some(({ features }) => features.includes(key)),
    ).map((key) =>
      rowOf(records, CAPABILITIES[key].label, (record) => {
        const has = record.features.includes(key);
        if (key === 'open-weights') return signCell(has, has ? 'Yes' : 'Not listed');
        if (key === 'reasoning' && has) return signCell(true, reasoningText(record));
        return !has && record.parameters === null && !isListed(record) ? NOT_RECORDED : signCell(has);
      }),
    ),
  ];
}

function modalityRows(
  records: readonly ModelRecord[],
  side: 'input_modalities' | 'output_modalities',
  word: string,
): Row[] {
  return orderModalities(records.flatMap((record) => record[side])).map((modality) =>
    rowOf(records, `${modalityInfo(modality).label} ${word}`, (record) =>
      record[side].length === 0 ? unknownCell(record) : signCell(record[side].includes(modality)),
    ),
  );
}

function reasoningText({ reasoning }: ModelRecord): string {
  if (reasoning?.mandatory === true) return 'Always on';
  if (reasoning?.default_enabled === true) return 'On by default';
  return reasoning?.default_enabled === false ? 'Off by default' : 'Yes';
}

/** Every parameter that any of the models takes. */
export function parameterRows(records: readonly ModelRecord[]): Row[] {
  const named = new Set(records.flatMap(({ parameters }) => parameters ?? []));
  const known = Object.keys(PARAMETERS).filter((name) => named.has(name));
  const others = [...named].filter((name) => !known.includes(name)).sort();
  return [...known, ...others].map((name) =>
    rowOf(
      records,
      name,
      (record) =>
        record.parameters === null ? unknownCell(record) : signCell(record.parameters.includes(name)),
      { isCode: true },
    ),
  );
}
