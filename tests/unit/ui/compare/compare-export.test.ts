import { expect, it } from 'vitest';
import { exportOf } from '../../../../src/ui/compare/client/compare-export.ts';
import { matrixOf } from '../../../../src/ui/compare/client/matrix/matrix.ts';
import { aModel } from '../../../support/a-model.ts';
import { aRecord } from '../../../support/a-record.ts';

it('exportOf gives a price with its unit once', () => {
  const prices = { input: '0.00001875', output: '0.0000009', webSearch: '0.01' };
  const records = [aRecord(aModel('maker/a', { prices }))];
  const groups = matrixOf(records, { workload: null, reference: 0 });
  const { rows } = exportOf(records, groups, { address: '', onlyDifferences: false });
  const valueOf = (fact: string) => rows.find(({ values }) => values[1] === fact)?.values[2];
  expect(valueOf('Web search')).toBe('$0.01 per search');
  expect(valueOf('Input')).toBe('$18.75 per million tokens');
});
