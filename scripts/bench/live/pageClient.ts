import {get, type IncomingMessage} from "node:http";
import type {LiveBatch, LiveState} from "../../../src/lib/live/events.js";
import {addPosting, type Postings} from "./postings.js";

/** After how many milliseconds a lost connection is made again. */
const retryMs = 50;

/**
 * A client as a page is: it listens, comes back with the last event id after each loss, and adds up what it is told.
 * It is to be started before the stream is, so that it must be told of all.
 */
export class PageClient {
  readonly #url: string;
  readonly #postings = new Map<number, number>();
  #lastEventId: string | undefined;
  #response: IncomingMessage | undefined;
  #retry: NodeJS.Timeout | undefined;
  #isClosed = false;
  #fault: Error | undefined;
  #lastBatch = 0;
  #connections = 0;

  constructor(url: string) {
    this.#url = url;
    this.#connect();
  }

  get postings(): Postings {
    return this.#postings;
  }

  /** The last batch that it was told of. */
  get lastBatch(): number {
    return this.#lastBatch;
  }

  /** How often it was connected. */
  get connections(): number {
    return this.#connections;
  }

  /** Throws where it was told something twice, or left something out. */
  assertUnharmed(): void {
    if (this.#fault) throw this.#fault;
  }

  /** Cuts the connection, where there is one. */
  async kill(): Promise<void> {
    this.#response?.destroy();
  }

  /** Does nothing: it comes back by itself. */
  start(): void {}

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    this.#response?.destroy();
  }

  #connect(): void {
    const headers = this.#lastEventId === undefined ? {} : {"last-event-id": this.#lastEventId};
    let isLost = false;
    const lost = () => {
      if (isLost) return;
      isLost = true;
      this.#response = undefined;
      if (!this.#isClosed) this.#retry = setTimeout(() => this.#connect(), retryMs);
    };
    const request = get(this.#url, {headers, agent: false}, (response) => {
      this.#response = response;
      this.#connections++;
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const blocks = (text + chunk).split("\n\n");
        text = blocks.pop()!;
        for (const block of blocks) this.#take(block);
      });
      response.on("error", () => {}).once("close", lost);
    });
    request.on("error", lost);
  }

  #take(block: string): void {
    const fields = block.split("\n").map((line) => line.split(/: (.*)/, 2));
    const {id, event, data} = Object.fromEntries(fields) as Record<string, string | undefined>;
    try {
      if (event === "batch") this.#add(JSON.parse(data!) as LiveBatch);
      else if (event === "state") this.#begin(JSON.parse(data!) as LiveState);
      if (id !== undefined) this.#lastEventId = id;
    } catch (error) {
      this.#fault ??= error as Error;
    }
  }

  #add({batch, rows}: LiveBatch): void {
    if (batch !== this.#lastBatch + 1)
      throw new Error(`after batch ${this.#lastBatch} the client was told batch ${batch}`);
    this.#lastBatch = batch;
    for (const [id, , , , , , cents] of rows) addPosting(this.#postings, id, cents);
  }

  #begin({batch}: LiveState): void {
    if (batch !== this.#lastBatch)
      throw new Error(`after batch ${this.#lastBatch} the client was told the state of ${batch}`);
  }
}
