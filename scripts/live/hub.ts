/**
 * The clients of the live events. A client has a place in the stream and no queue: it is given the next batch when its
 * socket has taken the last, from what is kept in memory or else from the feed. So what a slow client costs is bounded;
 * one whose socket takes nothing for too long, or that has fallen too far behind, is dropped, with the reason as its last event.
 */
import type {ServerResponse} from "node:http";
import {log} from "../../loaders/log.js";
import {LiveBook} from "../../src/lib/live/book.js";
import type {Dropped, LiveBatch, LiveState} from "../../src/lib/live/events.js";
import {type LiveFeed, noStream} from "./feed.js";
import {KeptFrames} from "./keptFrames.js";
import {drained, type LiveClient} from "./liveClient.js";

export interface HubTerms {
  /** More clients than this are turned away. */
  readonly mostClients?: number;
  /** Bytes of encoded batches that are kept in memory. */
  readonly keptBytes?: number;
  readonly heartbeatMs?: number;
}

/** For so many milliseconds a socket may take nothing. */
const patienceMs = 10_000;
const sweepMs = 250;
/** How long a client that is dropped is given to take the reason, in milliseconds. */
const farewellMs = 5_000;
/** After how many milliseconds a client that lost its connection tries again. */
const retryMs = 1_000;

export class LiveHub {
  readonly #feed: LiveFeed;
  readonly #mostClients: number;
  readonly #clients = new Set<LiveClient>();
  readonly #kept: KeptFrames;
  /** What the batches come to. */
  #book = new LiveBook();
  readonly #timers: readonly NodeJS.Timeout[];

  constructor(
    feed: LiveFeed,
    {mostClients = 1000, keptBytes = 32 << 20, heartbeatMs = 15_000}: HubTerms = {},
  ) {
    this.#feed = feed;
    this.#mostClients = mostClients;
    this.#kept = new KeptFrames(keptBytes);
    this.#timers = [
      setInterval(() => this.#beat(), heartbeatMs),
      setInterval(() => this.#sweep(), sweepMs),
    ];
  }

  get clientCount(): number {
    return this.#clients.size;
  }

  /** The last batch that was taken; 0 before the first. */
  get lastBatch(): number {
    return this.#book.batch;
  }

  /** Whether another client may come. */
  get hasRoom(): boolean {
    return this.#clients.size < this.#mostClients;
  }

  /** Takes the batches of the feed until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    for await (const batch of this.#feed.follow(signal)) {
      if (batch === null) this.#restart();
      else this.#take(batch);
    }
  }

  /** Begins to tell a client, after the event with this id where it names one. */
  connect(response: ServerResponse, lastEventId: string | undefined): void {
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    response.write(`retry: ${retryMs}\n\n`);
    const client: LiveClient = {response, next: 0, isBusy: false, isLive: false};
    this.#clients.add(client);
    response.on("close", () => this.#clients.delete(client));
    client.heldAfter = {id: lastEventId};
    if (this.#feed.mark() !== undefined) this.#begin(client, client.heldAfter);
    void this.#pump(client);
  }

  #begin(client: LiveClient, {id}: {id: string | undefined}): void {
    client.heldAfter = undefined;
    const seen = this.#placeOf(id);
    if (seen === undefined) this.#tellState(client, 0);
    else client.next = seen + 1;
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const {response} of this.#clients) response.end();
  }

  #take(batch: LiveBatch): void {
    this.#book.take(batch);
    this.#kept.add(batch.batch, this.#frame("batch", batch, batch.batch));
    for (const client of this.#clients) {
      if (client.heldAfter) this.#begin(client, client.heldAfter);
      if (client.next === 0) client.next = batch.batch;
      void this.#pump(client);
    }
  }

  /** The stream is known, or was begun anew: all begin with its state. */
  #restart(): void {
    this.#kept.clear();
    this.#book = new LiveBook();
    for (const client of this.#clients)
      if (client.heldAfter) this.#begin(client, client.heldAfter);
      else this.#tellState(client, 0);
  }

  /** Gives a client what it has not been told of yet, as fast as its socket takes it. Where the feed fails, it is to come back. */
  async #pump(client: LiveClient): Promise<void> {
    if (client.isBusy || client.heldAfter) return;
    client.isBusy = true;
    const {response} = client;
    try {
      while (client.next > 0 && client.next <= this.lastBatch && !response.destroyed) {
        client.isLive ||= client.next === this.lastBatch;
        const frame = this.#kept.get(client.next) ?? (await this.#older(client));
        if (frame === undefined) continue;
        client.next++;
        if (!response.write(frame) && !(await drained(client))) return;
      }
    } catch (error) {
      log.warn(`batch ${client.next} cannot be read: ${(error as Error).message}`);
      response.destroy();
    } finally {
      client.isBusy = false;
    }
  }

  /** A batch that is no longer in memory; undefined where the client was moved on instead. */
  async #older(client: LiveClient): Promise<Buffer | undefined> {
    const batch = await this.#feed.read(client.next);
    if (batch) return this.#frame("batch", batch, batch.batch);
    const oldest = (await this.#feed.oldest()) ?? 0;
    if (client.next < oldest) this.#tellState(client, oldest - client.next);
    else client.next++;
    return undefined;
  }

  /** Drops the clients that are too slow. */
  #sweep(): void {
    const {oldest} = this.#kept;
    const now = performance.now();
    for (const client of this.#clients) {
      const {blocked, isLive, next} = client;
      if (!blocked) continue;
      const behind = this.lastBatch - next + 1;
      if (isLive && next < oldest) this.#drop(client, `too slow: ${behind} batches behind`);
      else if (now - blocked.since > patienceMs)
        this.#drop(client, `too slow: took nothing for ${patienceMs / 1000} seconds`);
      else continue;
      blocked.end(false);
    }
  }

  #drop(client: LiveClient, reason: string): void {
    const {response} = client;
    this.#clients.delete(client);
    log.info(`dropped a client: ${reason}`);
    response.end(this.#frame("dropped", {reason} satisfies Dropped));
    setTimeout(() => response.destroy(), farewellMs).unref();
  }

  #tellState(client: LiveClient, missed: number): void {
    const state: LiveState = {
      source: this.#feed.source,
      batch: this.lastBatch,
      at: this.#book.at ?? null,
      today: this.#book.today ?? null,
      newest: this.#book.newest,
      missed,
    };
    client.next = state.batch > 0 ? state.batch + 1 : 0;
    client.response.write(this.#frame("state", state, state.batch));
  }

  #frame(event: string, data: unknown, batch?: number): Buffer {
    const id = batch === undefined ? "" : `id: ${this.#feed.mark()}-${batch}\n`;
    return Buffer.from(`${id}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** The batch that an id names; undefined where it is none of this stream. Who was there before any has missed all of it. */
  #placeOf(id: string | undefined): number | undefined {
    const [mark, batch] = (id ?? "").split("-");
    const number = Number(batch);
    const isOurs = mark === noStream || mark === this.#feed.mark();
    return isOurs && Number.isInteger(number) ? number : undefined;
  }

  #beat(): void {
    for (const {response, isBusy} of this.#clients) if (!isBusy) response.write(": beat\n\n");
  }
}
