/** What stops a build, as lines for a person. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

/** Throws `BuildError` where there are problems, with all of them. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new BuildError(problems.join("\n"));
}
