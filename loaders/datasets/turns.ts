import type {DatasetReport, Onlooker} from "./making.js";

/** Those who wait for what becomes of datasets, while one run over all of them comes after another. */
export interface Turns {
  /**
   * What becomes of a dataset: in the run under way where its turn has not come yet or what it has said still holds, else in
   * the next. Rejects with the
   * cause where that run fails, or where no loader makes it: one that has come since the run began is left to the next.
   */
  wait(target: string): Promise<DatasetReport>;
  /** One run: `work` makes what it is told is wanted first, tells what became of each, and ends where it is overtaken. */
  run<T>(
    work: (onlooker: Omit<Onlooker, "saved" | "touched">, overtaken: AbortSignal) => Promise<T>,
  ): Promise<T>;
  /** Ends the run under way, if there is one: what it has not come to, and who waits for it, is left to the next. */
  overtake(): void;
}

interface Waiter {
  resolve(report: DatasetReport): void;
  reject(error: Error): void;
}

interface Turn {
  readonly answered: Map<string, DatasetReport>;
  readonly waiting: Map<string, readonly Waiter[]>;
  readonly overtaken: AbortController;
}

/**
 * Turns that ask for one more run, by `begin`, where somebody waits for what the run under way has passed and what does not
 * hold any more.
 */
export function openTurns(begin: () => void, holds: (report: DatasetReport) => boolean): Turns {
  let underWay: Turn | undefined;
  let next = newTurn();
  const told = new Set<string>();
  return {
    wait(target) {
      const answer = underWay?.answered.get(target);
      if (answer && holds(answer)) return Promise.resolve(answer);
      const turn = underWay === undefined || answer ? next : underWay;
      if (turn === next) begin();
      return new Promise((resolve, reject) => add(turn, target, [{resolve, reject}]));
    },
    async run(work) {
      const turn = next;
      const early = new Set([...turn.waiting.values()].flat());
      underWay = turn;
      next = newTurn();
      let cause: Error | undefined;
      try {
        const onReport = (report: DatasetReport) => {
          if (turn.waiting.has(report.target)) told.add(report.target);
          answer(turn, report);
        };
        return await work({wanted: turn.waiting, told, onReport}, turn.overtaken.signal);
      } catch (error) {
        cause = error instanceof Error ? error : new Error(String(error));
        throw error;
      } finally {
        underWay = undefined;
        for (const [target, waiting] of turn.waiting) {
          told.add(target);
          const reason = cause ?? new Error(`no loader makes this dataset: src/${target}`);
          const isLate = (waiter: Waiter) => turn.overtaken.signal.aborted || !early.has(waiter);
          const late = cause ? [] : waiting.filter(isLate);
          for (const waiter of waiting) if (!late.includes(waiter)) waiter.reject(reason);
          if (late.length === 0) continue;
          add(next, target, late);
          begin();
        }
      }
    },
    overtake: () => underWay?.overtaken.abort(),
  };
}

function add({waiting}: Turn, target: string, waiters: readonly Waiter[]): void {
  waiting.set(target, [...(waiting.get(target) ?? []), ...waiters]);
}

function answer({answered, waiting}: Turn, report: DatasetReport): void {
  answered.set(report.target, report);
  for (const {resolve} of waiting.get(report.target) ?? []) resolve(report);
  waiting.delete(report.target);
}

function newTurn(): Turn {
  return {answered: new Map(), waiting: new Map(), overtaken: new AbortController()};
}
