// A bare loop that writes as many rows as asked, of about the width of a transaction: what the simulation's
// speed is measured against. Plain JavaScript, so that nothing but Node starts with it.
import {closeSync, openSync, writeSync} from "node:fs";

const started = performance.now();
const [file, count] = [process.argv[2], Number(process.argv[3])];
const descriptor = openSync(file, "w");
const two = (value) => (value < 10 ? `0${value}` : value);
let text = "";
for (let id = 1; id <= count; id++) {
  const person = String(id % 2500).padStart(6, "0");
  const day = `2025-05-${two((id % 28) + 1)}`;
  const time = `${two(id % 24)}:${two(id % 60)}:${two((id >> 3) % 60)}`;
  const amount = ((id % 10_000) / 100).toFixed(2);
  const party = String(id % 4000).padStart(5, "0");
  text += `${id},ind-${person}-chk,${day} ${time},${day},-${amount},card,groceries,cp-${party},,,Card payment at ${person}\n`;
  if (text.length > 1 << 20) {
    writeSync(descriptor, text);
    text = "";
  }
}
writeSync(descriptor, text);
closeSync(descriptor);
process.stdout.write(JSON.stringify({seconds: (performance.now() - started) / 1000}));
