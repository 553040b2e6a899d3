/** The reader's own thread: the page answers while a long file is read. */
import {FileReader, type Question} from "./fileReader.js";

interface Thread {
  addEventListener(
    type: "message",
    listener: (event: MessageEvent<{number: number; question: Question}>) => void,
  ): void;
  postMessage(message: object): void;
}

const thread = globalThis as unknown as Thread;
const reader = new FileReader();
/** One question after the other: a second one may ask for a file that the first still reads. */
let last: Promise<void> = Promise.resolve();

thread.addEventListener("message", ({data: {number, question}}) => {
  last = last.then(async () => {
    try {
      thread.postMessage({number, answer: await reader.answer(question)});
    } catch (error) {
      thread.postMessage({number, error: error instanceof Error ? error.message : String(error)});
    }
  });
});
thread.postMessage({number: 0, answer: "ready"});
