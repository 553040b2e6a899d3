import {type ChildProcess, type SpawnOptions, spawn, spawnSync} from "node:child_process";
import {fileURLToPath} from "node:url";

const refuseNetwork = fileURLToPath(new URL("refuseNetwork.mjs", import.meta.url));
const withLoopback = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];

/** How the network is cut on this machine: in the kernel, or, where that is not permitted, in each Node process. */
export const isCutByKernel: boolean =
  spawnSync(withLoopback[0]!, [...withLoopback.slice(1), "true"]).status === 0;

/** Starts Node with the given arguments and no network but this machine's own. */
export function spawnOffline(args: readonly string[], options: SpawnOptions): ChildProcess {
  if (isCutByKernel) {
    return spawn(withLoopback[0]!, [...withLoopback.slice(1), process.execPath, ...args], options);
  }
  const env = {...options.env, NODE_OPTIONS: `--import ${refuseNetwork}`};
  return spawn(process.execPath, args, {...options, env});
}
