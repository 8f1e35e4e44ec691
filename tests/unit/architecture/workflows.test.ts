import { describe, expect, it } from 'vitest';
import { NIGHTLY, WORKFLOWS, type Job } from '../../support/workflows.ts';

const JOBS = WORKFLOWS.flatMap(({ name, jobs }) =>
  Object.entries(jobs).map(([id, own]) => [`${name}: ${id}`, own] as const),
);
const writesOf = ({ permissions }: Job): readonly string[] =>
  Object.keys(permissions).filter((name) => permissions[name] === 'write');
/** Whether code that packages bring along runs in it. */
const runsPackages = ({ steps }: Job): boolean =>
  steps.some(({ run }) => /\b(?:npm|npx|node)\b|\.ci\/run/.test(run));

describe('the workflow files', () => {
  it('are CI and Nightly', () => {
    expect(WORKFLOWS.map(({ name }) => name).sort()).toEqual(['CI', 'Nightly']);
  });

  it.each(WORKFLOWS)('$name grants no permission to jobs that do not ask for one', ({ permissions }) => {
    expect(permissions).toEqual({});
  });

  it.each(WORKFLOWS)('$name pins every action to a commit and names its version', ({ text }) => {
    const uses = text.split('\n').filter((line) => /^ +(?:- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it.each(JOBS)('%s has a time limit of at most 30 minutes', (_, { 'timeout-minutes': minutes }) => {
    expect(minutes).toBeLessThanOrEqual(30);
  });

  it.each(JOBS.filter(([, own]) => runsPackages(own)))(
    '%s runs packages and has no token that may write',
    (_, own) => {
      expect(writesOf(own)).toEqual([]);
      const checkouts = own.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(checkouts.map(({ with: options }) => options['persist-credentials'])).toEqual([false]);
    },
  );

  it.each(JOBS.filter(([, own]) => runsPackages(own)))(
    '%s shows no secret to install scripts',
    (_, { steps }) => {
      const installs = steps.filter(({ run }) => /npm ci|\.ci\/run/.test(run));
      expect(installs.length).toBe(1);
      expect(installs.map(({ env }) => env)).toEqual([{}]);
    },
  );
});

describe('the nightly workflow', () => {
  it('pushes in a job of its own, the only one that may write to the repository', () => {
    const pushing = Object.entries(NIGHTLY).filter(([, own]) => writesOf(own).includes('contents'));
    expect(pushing.map(([id]) => id)).toEqual(['push']);
    expect(NIGHTLY.push?.steps.map(({ uses, run }) => uses?.split('@')[0] ?? run.split(' 2>')[0])).toEqual([
      'actions/checkout',
      'bash .github/push-recorded.sh',
      'bash .github/keep-report.sh',
    ]);
  });

  it('deploys only what was recorded, built and pushed', () => {
    expect(NIGHTLY.deploy).toMatchObject({ needs: ['record', 'push'], if: '' });
    expect(NIGHTLY.deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  });

  it('pushes what was recorded even when the build fails', () => {
    const { steps = [], outputs } = NIGHTLY.record ?? {};
    const handOver = steps.findIndex(({ id }) => id === 'hand-over');
    expect(handOver).toBeGreaterThan(steps.findIndex(({ name }) => name === 'Commit'));
    expect(handOver).toBeLessThan(steps.findIndex(({ name }) => name === 'Build and test'));
    expect(outputs?.recorded).toBe('${{ steps.hand-over.outcome }}');
    expect(NIGHTLY.push?.if).toBe("${{ !cancelled() && needs.record.outputs.recorded == 'success' }}");
  });

  it('reports a night that failed, was canceled or took too long, in any job', () => {
    const { tell, ...others } = NIGHTLY;
    expect(tell?.needs).toEqual(Object.keys(others));
    expect(tell?.if).toBe("failure() || cancelled() || contains(needs.*.result, 'cancelled')");
    expect(tell?.permissions).toEqual({ issues: 'write' });
    for (const id of ['record', 'push']) {
      expect(others[id]?.steps.at(-1)).toMatchObject({ id: 'report', if: 'failure() || cancelled()' });
    }
  });
});
