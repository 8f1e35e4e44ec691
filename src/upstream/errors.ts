import { cleanLine } from '../catalog/text.ts';
import { UserError } from '../files/user-error.ts';

/** An unusable capture file. The message gives the file, the reason and the fix. */
export class CaptureError extends UserError {
  override readonly name = 'CaptureError';
  readonly path: string;

  constructor(path: string, problem: string, options?: ErrorOptions) {
    super(
      `The capture ${fitToPrint(path)} ${fitToPrint(problem)}. Use a file that holds an answer of the models endpoint ({"data": […]} or the bare list, plain or gzip) or one that "npm run record" wrote.`,
      options,
    );
    this.path = path;
  }
}

interface UpstreamErrorDetails extends ErrorOptions {
  readonly url: string;
  /** `null` if there was no answer. */
  readonly status: number | null;
  /** What happened, as the end of a sentence about the address. */
  readonly problem: string;
  /** A whole sentence. */
  readonly whatToDo: string;
}

/** A request to the endpoint that failed or had an unusable answer. */
export class UpstreamError extends UserError {
  override readonly name = 'UpstreamError';
  readonly url: string;
  readonly status: number | null;
  /** What happened, without the address and without advice. */
  readonly problem: string;

  constructor({ url, status, problem, whatToDo, ...options }: UpstreamErrorDetails) {
    const [shownUrl, shownProblem] = [fitToPrint(url), fitToPrint(problem)];
    super(`${shownUrl} ${shownProblem}. ${whatToDo}`, options);
    this.url = shownUrl;
    this.status = status;
    this.problem = shownProblem;
  }
}

/**
 * One line for logs and pages: without credentials in addresses and without bidirectional control characters.
 */
function fitToPrint(text: string): string {
  return cleanLine(text.replace(/\/\/\S*@/g, '//…@'));
}

/** A live capture that the guard refused, because publishing it would probably publish an upstream fault. */
export class GuardError extends UserError {
  override readonly name = 'GuardError';

  /** `canOverride`: whether a site can be built with the guard off. */
  constructor(reasons: readonly string[], { canOverride }: { readonly canOverride: boolean }) {
    const advice = canOverride
      ? 'If it is right, set CATALOG_GUARD=off for this build; otherwise try again later.'
      : 'Nothing can be built from it, with the guard or without: try again later.';
    super(
      `The live capture was refused: ${reasons.join('; ')}. This looks like a fault of the endpoint rather than a change of the catalog. ${advice}`,
    );
  }
}
