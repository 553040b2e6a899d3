import {setTimeout as sleep} from "node:timers/promises";
import seedrandom from "seedrandom";
import type {ThrowAwayServer} from "../../db/throwAwayServer.js";
import {LiveChain, type LiveTotals, type Victim} from "./liveChain.js";

export interface KillRounds {
  /** The server that the page's events come from; without one they come from the file. */
  readonly server?: ThrowAwayServer;
  /** An empty folder for the bank and its stream. */
  readonly scratch: string;
  /** How often each is killed. */
  readonly kills: number;
  readonly seed: string;
}

export interface KillReport extends LiveTotals {
  /** How often each was killed, by name. */
  readonly kills: Readonly<Record<string, number>>;
}

/** Of ten kills, seven wait until the victim is at its work; the others meet it while it starts. */
const shareAtWork = 0.7;
/** How long after that it may live, in milliseconds. */
const longestRest = 500;
/** How long anything may take to get to its work, in milliseconds. */
const patienceMs = 120_000;

/**
 * The live stream, from the generator to a page, while each of its processes and the page's connection are killed at
 * random moments, in a random order. Throws, with the seed and the round, at the first fault: a process that ends by
 * itself, a batch that is told twice or left out, and at the end files, database and page that do not hold the same
 * transactions to the cent, or a rule of the bank that is broken.
 */
export async function runKillRounds({
  server,
  scratch,
  kills,
  seed,
}: KillRounds): Promise<KillReport> {
  const random = seedrandom(seed);
  const chain = await LiveChain.open(scratch, server);
  let place = "at the start";
  try {
    await untilAtWork(chain, chain.victims);
    const order = shuffled(
      chain.victims.flatMap((victim) => Array.from({length: kills}, () => victim)),
      random,
    );
    for (const [round, victim] of order.entries()) {
      place = `round ${round}, ${victim.name} killed`;
      if (random() < shareAtWork) await untilAtWork(chain, [victim]);
      await sleep(random() * longestRest);
      await victim.restart();
      chain.check();
    }
    place = "at the end";
    await untilAtWork(chain, chain.victims);
    const totals = await chain.settle(patienceMs);
    return {...totals, kills: Object.fromEntries(chain.victims.map(({name}) => [name, kills]))};
  } catch (error) {
    throw new Error(`${place} (seed ${seed}): ${(error as Error).message}\n${chain.lastWords}`, {
      cause: error,
    });
  } finally {
    chain.close();
  }
}

async function untilAtWork(chain: LiveChain, victims: readonly Victim[]): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (const victim of victims) {
    while (!(await victim.isAtWork())) {
      chain.check();
      if (performance.now() > deadline)
        throw new Error(`the ${victim.name} did not get to work within ${patienceMs / 1000} s`);
      await sleep(20);
    }
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({item, key: random()}));
  return keyed.sort((a, b) => a.key - b.key).map(({item}) => item);
}
