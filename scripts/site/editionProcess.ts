/** A process that builds the sites of editions over their datasets, one after the other (`editionHost.ts`). */
import type {ChildProcess} from "node:child_process";
import {once} from "node:events";
import {startNode} from "../../loaders/childProcess.js";
import {type Environment, environment} from "../../loaders/environment.js";
import type {PublishOptions} from "./publishFolder.js";

/** The site of an edition, to be built. */
export interface SiteOrder extends PublishOptions {
  /** The folder of the edition's datasets, `data/x.csv` below it. */
  readonly datasets: string;
  /** A new folder, in which the site is built. */
  readonly aside: string;
  /** Where it goes when it is finished. */
  readonly folder: string;
}

/** How an order ended. */
export interface OrderEnd {
  readonly error: string | undefined;
}

export interface EditionProcess {
  /** Throws what stopped the build; the folder is as it was then. */
  build(order: SiteOrder): Promise<void>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** Starts a process that builds pages for the audience of `settings` (`SITE_AUDIENCE`), below their base path. */
export function startEditionProcess(settings: Environment): EditionProcess {
  const child: ChildProcess = startNode(["--import", "tsx", "scripts/site/editionHost.ts"], {
    env: {...environment, ...settings},
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    serialization: "advanced",
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return {
    async build(order) {
      const told = once(child, "message").then(([end]) => end as OrderEnd);
      if (child.connected) child.send(order, () => {}); // one that has ended tells so below
      const {error} = await Promise.race([told, ended.then(endedEarly)]);
      if (error !== undefined) throw new Error(error);
    },
    async close() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

const endedEarly = (code: number | null): OrderEnd => ({
  error: `the process that builds the pages ended${code === null ? "" : ` with code ${code}`}`,
});
