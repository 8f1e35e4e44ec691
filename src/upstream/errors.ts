/** A capture file that cannot be used; the message says which, why, and what to do. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly path: string;

  constructor(path: string, problem: string, options?: ErrorOptions) {
    super(
      `The capture ${path} ${problem}. Use a file that holds an answer of the models endpoint ({"data": […]} or the bare list, plain or gzip) or one that "npm run record" wrote.`,
      options,
    );
    this.path = path;
  }
}
