/** A mistake in a file, in one line that says where. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** A mistake in one value of a row. */
export function invalidValue(
  file: string,
  {line, column, value, reason}: {line: number; column: string; value: string; reason: string},
): FileError {
  const found = `invalid ${column}: ${JSON.stringify(value)}`;
  return new FileError(`row ${line} of ${file}: ${found} (${reason})`);
}
