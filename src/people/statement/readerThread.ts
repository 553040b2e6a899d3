import type {CategoryName} from "../../lib/bank/categories.js";
import type {Analysis} from "./analysis.js";
import type {DroppedFile, Question} from "./fileReader.js";
import type {Offer} from "./offer.js";
import type {Settings} from "./settings.js";

export interface ReaderThread {
  /** Settled once all that reading takes is here: nothing is loaded after. */
  readonly isReady: Promise<void>;
  analysis(files: readonly DroppedFile[], settings: Settings): Promise<Analysis>;
  offer(
    files: readonly DroppedFile[],
    settings: Settings,
    correction: {readonly id: string; readonly category: CategoryName},
  ): Promise<Offer>;
}

interface Answer {
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}

/** Starts the thread that reads files. */
export function readerThread(): ReaderThread {
  const worker = new Worker(import.meta.resolve("./worker.js"), {type: "module"});
  const waiting = new Map<number, (answer: Answer) => void>();
  let count = 0;
  const answered = (number: number) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(number, ({answer, error}) =>
        error === undefined ? resolve(answer) : reject(new Error(error)),
      );
    });
  worker.addEventListener("message", ({data}: MessageEvent<Answer>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });
  worker.addEventListener("error", ({message}) => {
    const error = `the reader stopped: ${message || "its program could not be loaded"}`;
    for (const [number, settle] of waiting) settle({number, error});
    waiting.clear();
  });
  const isReady = answered(0).then(() => {});
  const ask = async (question: Question): Promise<unknown> => {
    await isReady;
    const number = ++count;
    const answer = answered(number);
    worker.postMessage({number, question});
    return answer;
  };
  return {
    isReady,
    analysis: (files, settings) => ask({ask: "analysis", files, settings}) as Promise<Analysis>,
    offer: (files, settings, correction) =>
      ask({ask: "offer", files, settings, ...correction}) as Promise<Offer>,
  };
}
