import {type IncomingHttpHeaders, type IncomingMessage, request as overHttp} from "node:http";
import {request as overHttps} from "node:https";
import {Readable} from "node:stream";

export interface Posted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | AsyncIterable<Uint8Array>;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Throws as `post` does where it breaks off. */
  readonly body: AsyncIterable<Buffer>;
}

/** Where nothing comes for so long, in milliseconds, the other machine is asked whether it still holds the connection. */
const quietFor = 60_000;

/**
 * Posts a body over a connection of its own; no redirection is followed. Waits as long as the server lives: `fetch` gives
 * up after five minutes, in which no large table is merged and not every rule is checked. Throws what the connection or the
 * body says, with its `code`, and the reason of the signal where that has ended it.
 */
export async function post(url: URL, {headers, body, signal}: Posted): Promise<Answer> {
  const send = url.protocol === "https:" ? overHttps : overHttp;
  const request = send(url, {
    method: "POST",
    headers,
    agent: false,
    ...(signal ? {signal} : {}),
  });
  request.on("socket", (socket) => socket.setKeepAlive(true, quietFor));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.on("response", resolve);
    request.on("error", reject);
  });
  if (typeof body === "string") request.end(body);
  else {
    const source = Readable.from(body).on("error", (error) => request.destroy(error));
    // also where the server has hung up
    request.on("close", () => source.destroy());
    source.pipe(request);
  }
  const reasonOf = (error: unknown) => (signal?.aborted ? signal.reason : error);
  const answer = await answered.catch((error) => {
    throw reasonOf(error);
  });
  return {status: answer.statusCode!, headers: answer.headers, body: bodyOf(answer, reasonOf)};
}

async function* bodyOf(
  answer: IncomingMessage,
  reasonOf: (error: unknown) => unknown,
): AsyncGenerator<Buffer> {
  try {
    yield* answer;
  } catch (error) {
    throw reasonOf(error);
  }
}
