/** A file that cannot be read as a statement, in one line with the next step. */
export class StatementError extends Error {
  override readonly name = "StatementError";
}
