/** Web servers that know nothing of this project, to hold the site to what any of them does. */
import {execFileSync, spawn} from "node:child_process";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {createServer} from "node:http";
import {type AddressInfo, connect} from "node:net";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";
import {temporaryFolder} from "./tinyBank.js";

export interface WebServer {
  /** Where its root is, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  css: "text/css",
  html: "text/html",
  js: "text/javascript",
  wasm: "application/wasm",
};

/**
 * The plainest there is: a path is a file below `root`, whole, and there is nothing else; but for the page `lost`, where it is
 * named, for what is not found.
 */
export async function plainServer(
  root: string,
  _base = "/",
  {lost}: {lost?: string} = {},
): Promise<WebServer> {
  const server = createServer(({url}, response) => {
    const path = decodeURIComponent(new URL(url!, "http://plain").pathname);
    const file = join(root, path);
    if (!statSync(file, {throwIfNoEntry: false})?.isFile()) {
      response.writeHead(404, {"content-type": "text/html"});
      response.end(lost === undefined ? "not found" : readFileSync(join(root, lost)));
      return;
    }
    const type = mediaTypes[path.slice(path.lastIndexOf(".") + 1)];
    response.writeHead(200, type ? {"content-type": type} : {});
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** nginx with `docker/nginx.conf`, but for the port and the root; `base` is where the site stands below it. */
export async function nginxServer(root: string, base: string): Promise<WebServer> {
  const nginx = maybeProgram("nginx") ?? "nginx";
  const folder = temporaryFolder("nginx");
  const port = await freePort();
  const site = readFileSync(join(projectRoot, "docker/nginx.conf"), "utf8")
    .replace("listen 8080;", `listen 127.0.0.1:${port};`)
    .replace("root /srv/site;", `root ${root};`)
    .replace("error_page 404 /404.html;", `error_page 404 ${base}404.html;`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  writeFileSync(join(folder, "site.conf"), site);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; pid ${folder}/nginx.pid; error_log stderr; user root; events {}
    http { include /etc/nginx/mime.types; access_log off; ${temporary.join(" ")} include ${folder}/site.conf; }`,
  );
  const args = ["-c", join(folder, "nginx.conf"), "-e", "stderr"];
  execFileSync(nginx, ["-t", ...args], {stdio: "pipe"});
  return started(nginx, args, port);
}

/** Caddy with `docker/Caddyfile`, but for the same. */
export async function caddyServer(root: string, base: string): Promise<WebServer> {
  const caddy = maybeProgram("caddy") ?? "caddy";
  const folder = temporaryFolder("caddy");
  const port = await freePort();
  const site = readFileSync(join(projectRoot, "docker/Caddyfile"), "utf8")
    .replace(":8080 {", `http://127.0.0.1:${port} {`)
    .replace("root * /srv/site", `root * ${root}`)
    .replace("rewrite * /404.html", `rewrite * ${base}404.html`);
  const file = join(folder, "Caddyfile");
  // it would wait without end for a browser that keeps a connection
  writeFileSync(file, site.replace("\tadmin off", "$&\n\tgrace_period 2s"));
  const args = ["--config", file, "--adapter", "caddyfile"];
  execFileSync(caddy, ["validate", ...args], {stdio: "pipe"});
  return started(caddy, ["run", ...args], port);
}

/** The file of a program, also where only root has its folder in the path; undefined where it is not installed. */
export function maybeProgram(name: string): string | undefined {
  const folders = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

async function started(program: string, args: readonly string[], port: number): Promise<WebServer> {
  const child = spawn(program, args, {stdio: ["ignore", "ignore", "pipe"]});
  const ended = new Promise<void>((end) => child.on("close", () => end()));
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${program} ended:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const {port} = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** A root below which the site is at the path `base`. */
export function rootWith(site: string, base: string): string {
  if (base === "/") return site;
  const root = temporaryFolder("root");
  mkdirSync(join(root, base, ".."), {recursive: true});
  symlinkSync(site, join(root, base.replace(/\/$/, "")));
  return root;
}
