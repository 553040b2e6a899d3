import type {DatasetReport, Onlooker} from "./runner.js";

/** Those who wait for what becomes of datasets, while one run over all of them comes after another. */
export interface Turns {
  /**
   * What becomes of a dataset: in the run under way where its turn has not come yet, else in the next. Rejects with the
   * cause where that run fails, or where no loader makes it.
   */
  wait(target: string): Promise<DatasetReport>;
  /** One run: `work` makes what it is told is wanted first, and tells what became of each. */
  run<T>(work: (onlooker: Onlooker) => Promise<T>): Promise<T>;
}

interface Turn {
  readonly answered: Set<string>;
  readonly waiting: Map<
    string,
    {resolve(report: DatasetReport): void; reject(error: Error): void}[]
  >;
}

/** Turns that ask for one more run, by `begin`, where somebody waits for what the run under way has passed. */
export function openTurns(begin: () => void): Turns {
  let underWay: Turn | undefined;
  let next = newTurn();
  const told = new Set<string>();
  return {
    wait(target) {
      const turn = underWay === undefined || underWay.answered.has(target) ? next : underWay;
      if (turn === next) begin();
      return new Promise((resolve, reject) => {
        turn.waiting.set(target, [...(turn.waiting.get(target) ?? []), {resolve, reject}]);
      });
    },
    async run(work) {
      const turn = next;
      underWay = turn;
      next = newTurn();
      let cause: Error | undefined;
      try {
        return await work({
          wanted: turn.waiting,
          told,
          onReport(report) {
            if (turn.waiting.has(report.target)) told.add(report.target);
            answer(turn, report);
          },
        });
      } catch (error) {
        cause = error instanceof Error ? error : new Error(String(error));
        throw error;
      } finally {
        underWay = undefined;
        for (const [target, waiting] of turn.waiting) {
          told.add(target);
          const reason = cause ?? new Error(`no loader makes this dataset: src/${target}`);
          for (const {reject} of waiting) reject(reason);
        }
      }
    },
  };
}

function answer({answered, waiting}: Turn, report: DatasetReport): void {
  answered.add(report.target);
  for (const {resolve} of waiting.get(report.target) ?? []) resolve(report);
  waiting.delete(report.target);
}

function newTurn(): Turn {
  return {answered: new Set(), waiting: new Map()};
}
