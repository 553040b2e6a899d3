import {spawn} from "node:child_process";
import {plainEnvironment} from "./project.js";

export interface DevServer {
  /** Where the first page is; ends in a slash. */
  readonly url: string;
  /** What it has said so far. */
  said(): string;
  /** Ends it as Ctrl+C does; resolves to its exit code. */
  close(): Promise<number | null>;
}

/** Starts `npm run dev` in a copy of the project. Throws what it said where it ends before it serves. */
export async function devServer(folder: string): Promise<DevServer> {
  const dev = spawn(process.execPath, ["--import", "tsx", "scripts/dev.ts", "--no-open"], {
    cwd: folder,
    env: plainEnvironment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<number | null>((resolve) => dev.on("close", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: unknown) => {
      said += String(chunk);
      const found = /http:\/\/\S+\/(?= \(Ctrl)/.exec(said)?.[0];
      if (found) resolve(found);
    };
    dev.stdout.on("data", listen);
    dev.stderr.on("data", listen);
    void ended.then((code) => reject(new Error(`npm run dev ended with code ${code}:\n${said}`)));
  });
  return {
    url,
    said: () => said,
    close() {
      dev.kill("SIGTERM");
      return ended;
    },
  };
}
