const IS_USER_ERROR = Symbol.for('modeldex.user-error');

/** An error whose message is written for the person at the terminal: what happened, why, and what to do. */
export class UserError extends Error {
  readonly [IS_USER_ERROR] = true;
}

/** Whether it is a `UserError`. */
export function isUserError(error: unknown): error is UserError {
  // By a mark, as `instanceof` fails for an error of the build: Vite loads the site's code with a copy of the class of its own.
  return error instanceof Error && IS_USER_ERROR in error;
}
