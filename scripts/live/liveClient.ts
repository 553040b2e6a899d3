import type {ServerResponse} from "node:http";

/** A client of the live events, and its place in the stream. */
export interface LiveClient {
  readonly response: ServerResponse;
  /** The next batch it is to be told of; 0 for the first that comes. */
  next: number;
  /** The last event it has seen, until the feed knows which stream there is. */
  heldAfter?: {readonly id: string | undefined} | undefined;
  /** Whether it is being written to. */
  isBusy: boolean;
  /** Whether it has been told of the newest batch once. */
  isLive: boolean;
  /** While its socket has not taken the last event: since when, and who waits for that. */
  blocked?: {readonly since: number; readonly end: (isThere: boolean) => void} | undefined;
}

/** Waits until the socket has taken what was written; false where the client is gone, or was dropped. */
export async function drained(client: LiveClient): Promise<boolean> {
  const {response} = client;
  const taken = () => client.blocked?.end(true);
  const closed = () => client.blocked?.end(false);
  response.once("drain", taken).once("close", closed);
  const isThere = await new Promise<boolean>((end) => {
    client.blocked = {since: performance.now(), end};
  });
  client.blocked = undefined;
  response.off("drain", taken).off("close", closed);
  return isThere;
}
