import {createHash} from "node:crypto";
import {readSync} from "node:fs";
import type {OpenFile} from "./openFile.js";

const known = new Map<string, {readonly of: string; readonly tag: string}>();

/** The entity tag of a file: of its content, so that a site that is built again with nothing changed is not sent again. */
export function entityTagOf({path, descriptor, size, time, inode}: OpenFile): string {
  const of = `${inode} ${size} ${time}`;
  const kept = known.get(path);
  if (kept?.of === of) return kept.tag;
  const tag = `"${contentHash(descriptor)}"`;
  known.set(path, {of, tag});
  return tag;
}

/** Whether a header like `If-None-Match` names the tag; a `*` means any. Nothing names a file without a tag. */
export function isNamed(tag: string | undefined, header: string | undefined): boolean {
  if (tag === undefined) return false;
  const names = header?.split(",").map((name) => name.trim().replace(/^W\//, "")) ?? [];
  return names.includes("*") || names.includes(tag);
}

function contentHash(descriptor: number): string {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(1 << 20);
  for (let at = 0; ; ) {
    const length = readSync(descriptor, chunk, 0, chunk.length, at);
    if (length === 0) return hash.digest("hex").slice(0, 16);
    hash.update(chunk.subarray(0, length));
    at += length;
  }
}
