/** What a load client reads of a frame: enough to see that nothing is missing, without parsing the rows. */
export interface Frame {
  /** `state`, `batch`, `dropped`; empty for a heartbeat. */
  readonly event: string;
  /** The whole event id. */
  readonly id: string;
  /** The number in it. */
  readonly batch: number;
  /** When the generator wrote the batch, in milliseconds since 1970; NaN where the event does not say. */
  readonly writtenAt: number;
  /** The event's data as text, where the scanner keeps it. */
  readonly data: string;
}

/** Id, event and time of writing are in the first bytes of a frame. */
const headBytes = 256;
const end = Buffer.from("\n\n");

/** Cuts the bytes of a connection into frames. */
export class FrameScanner {
  readonly #keepsData: boolean;
  readonly #onFrame: (frame: Frame) => void;
  #head = Buffer.alloc(headBytes);
  #length = 0;
  #kept: Buffer[] = [];
  #isAfterNewline = false;

  constructor({keepsData, onFrame}: {keepsData: boolean; onFrame: (frame: Frame) => void}) {
    this.#keepsData = keepsData;
    this.#onFrame = onFrame;
  }

  take(chunk: Buffer): void {
    let from = 0;
    if (this.#isAfterNewline && chunk[0] === 10) {
      this.#finish();
      from = 1;
    }
    for (;;) {
      const at = chunk.indexOf(end, from);
      if (at === -1) break;
      this.#add(chunk.subarray(from, at));
      this.#finish();
      from = at + 2;
    }
    this.#add(chunk.subarray(from));
    this.#isAfterNewline = from < chunk.length && chunk[chunk.length - 1] === 10;
  }

  #add(bytes: Buffer): void {
    if (this.#length < headBytes) bytes.copy(this.#head, this.#length);
    this.#length += bytes.length;
    if (this.#keepsData) this.#kept.push(bytes);
  }

  #finish(): void {
    const head = this.#head.toString("latin1", 0, Math.min(this.#length, headBytes));
    const id = /^id: (\S+)$/m.exec(head)?.[1] ?? "";
    const text = this.#keepsData || /^event: dropped/m.test(head) ? this.#text(head) : "";
    this.#onFrame({
      event: /^event: (\w+)$/m.exec(head)?.[1] ?? "",
      id,
      batch: Number(id.split("-")[1] ?? Number.NaN),
      writtenAt: Number(/"writtenAt":(\d+)/.exec(head)?.[1] ?? Number.NaN),
      data: /^data: (.*)$/m.exec(text)?.[1] ?? "",
    });
    this.#length = 0;
    this.#kept = [];
    this.#isAfterNewline = false;
  }

  #text(head: string): string {
    return this.#keepsData ? Buffer.concat(this.#kept).toString("utf8") : head;
  }
}
