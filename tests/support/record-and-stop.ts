import { readConfig } from '../../src/config.ts';
import { projectPaths } from '../../src/cli/project-paths.ts';
import { recordCapture } from '../../src/cli/record-capture.ts';

/** Records, and dies after so many steps of the writing: `node record-and-stop.ts ROOT STEPS`. */

const [, , root = '', steps = ''] = process.argv;
let left = Number(steps);

await recordCapture(readConfig(), projectPaths(root), {
  afterStep: () => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  },
});
