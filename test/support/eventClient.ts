/** A client of server-sent events for tests and measurements, which can stop reading. */
import {get, type IncomingMessage} from "node:http";

export interface ServerEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: unknown;
  /** When it came, in milliseconds since 1970. */
  readonly cameAt: number;
}

export interface EventClient {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  /** All that came, the oldest first. */
  readonly events: readonly ServerEvent[];
  /** What came instead of events, or between them. */
  readonly rest: () => string;
  /** Resolves when the events hold what is asked for; throws when the connection ends before. */
  until(isThere: (events: readonly ServerEvent[]) => boolean): Promise<void>;
  /** Stops reading, and goes on. */
  pause(): void;
  resume(): void;
  close(): void;
  readonly closed: Promise<void>;
}

export function listen(
  url: string,
  {lastEventId, headers = {}}: {lastEventId?: string; headers?: Record<string, string>} = {},
): Promise<EventClient> {
  const own = lastEventId === undefined ? headers : {...headers, "last-event-id": lastEventId};
  return new Promise((resolve, reject) => {
    const request = get(url, {headers: own, agent: false}, (response) => {
      const events: ServerEvent[] = [];
      const watches = new Set<() => void>();
      let text = "";
      let rest = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        const blocks = text.split("\n\n");
        text = blocks.pop()!;
        for (const block of blocks) {
          const event = eventOf(block);
          if (event) events.push(event);
          else rest += `${block}\n`;
        }
        for (const watch of watches) watch();
      });
      const closed = new Promise<void>((done) => {
        response.once("close", done);
      });
      response.on("error", () => {});
      resolve({
        status: response.statusCode!,
        headers: response.headers,
        events,
        rest: () => rest + text,
        until: (isThere) =>
          new Promise((done, fail) => {
            const watch = () => {
              if (!isThere(events)) return;
              watches.delete(watch);
              done();
            };
            watches.add(watch);
            void closed.then(() => fail(new Error("the connection ended")));
            watch();
          }),
        pause: () => response.pause(),
        resume: () => response.resume(),
        close: () => request.destroy(),
        closed,
      });
    });
    request.once("error", reject);
  });
}

function eventOf(block: string): ServerEvent | undefined {
  const field = (name: string) =>
    block
      .split("\n")
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const data = field("data");
  if (data === undefined) return undefined;
  return {
    id: field("id"),
    event: field("event") ?? "message",
    data: JSON.parse(data),
    cameAt: Date.now(),
  };
}
