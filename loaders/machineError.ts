/** What a machine refuses to do, told to a person: what is wrong, where, and what to do. */

interface Refusal {
  /** As Node names it, or as an engine or the system says it. */
  readonly pattern: RegExp;
  readonly what: string;
  readonly step: string;
}

const refusals: readonly Refusal[] = [
  {
    // a code of its own it has not: ENOSPC
    pattern: /limit for number of file watchers reached/i,
    what: "too many files are watched",
    step: "raise the limit, as with sysctl fs.inotify.max_user_watches=524288",
  },
  {
    pattern: /\b(ENOSPC|EDQUOT)\b|no space left on device|disk quota exceeded/i,
    what: "the disk is full",
    step: "free some space and run it again",
  },
  {
    pattern: /\bEFBIG\b|file too large/i,
    what: "a file would be larger than this user may write",
    step: "raise the limit, as with ulimit -f unlimited, and run it again",
  },
  {
    pattern: /\bEROFS\b|read-only file system/i,
    what: "the file system is read-only",
    step: "run it where the project's folder can be written",
  },
  {
    pattern: /\b(EACCES|EPERM)\b|permission denied|operation not permitted/i,
    what: "this user may not write or read here",
    step: "run it as the owner of the project's folder, or change the folder's rights",
  },
  {
    pattern: /\b(EMFILE|ENFILE)\b|too many open files/i,
    what: "too many files are open",
    step: "raise the limit, as with ulimit -n 4096, and run it again",
  },
  {
    pattern:
      /\b(ENOMEM|ERR_WORKER_OUT_OF_MEMORY)\b|out of memory|cannot allocate memory|bad_alloc|memory allocation of \d+ bytes failed/i,
    what: "there is too little memory",
    step: "end other programs, or raise the limit, and run it again",
  },
  {
    pattern: /\b(EAGAIN|ERR_WORKER_INIT_FAILED)\b|resource temporarily unavailable/i,
    what: "no further process can be started",
    step: "end other programs, or raise the limit of ulimit -u, and run it again",
  },
  {
    pattern: /\bEBUSY\b|resource busy/i,
    what: "a folder is in use and cannot be exchanged",
    step: "it may be a mount point: name a folder below it",
  },
  {
    // Node says so of a folder that it could not make, whatever the reason
    pattern: /^ENOENT: no such file or directory, mkdir\b/,
    what: "a folder cannot be made",
    step: "look whether the place can be written",
  },
];

/** One line for a person on an error, or what an engine said, where the machine refused; undefined on any other. */
export function maybeMachineError(error: unknown): string | undefined {
  const said = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const refusal = refusals.find(({pattern}) => pattern.test(code) || pattern.test(said));
  if (refusal === undefined) return undefined;
  const line = said.split("\n").find((line) => refusal.pattern.test(line)) ?? said.split("\n")[0]!;
  return `${refusal.what}: ${line.trim()} (${refusal.step})`;
}

/** What a person is told of an error: of the machine what to do, of any other its message. */
export function errorWords(error: unknown): string {
  return maybeMachineError(error) ?? (error instanceof Error ? error.message : String(error));
}
