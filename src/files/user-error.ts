const IS_USER_ERROR = Symbol.for('modeldex.user-error');

/** An error whose message is written for the user: what happened, why, and what to do. */
export class UserError extends Error {
  readonly [IS_USER_ERROR] = true;
}

export function isUserError(error: unknown): error is UserError {
  // Uses a mark because `instanceof` fails for errors from the build: Vite loads the site's code with its own
  // copy of the class.
  return error instanceof Error && IS_USER_ERROR in error;
}
