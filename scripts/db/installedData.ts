import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, renameSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {ownPath} from "../../loaders/abandoned.js";
import {withLock} from "../../loaders/lock.js";

/** Root logs in without a password. */
const options = [
  "--no-defaults",
  "--skip-test-db",
  "--innodb-log-file-size=64M",
  "--auth-root-authentication-method=normal",
];

/**
 * The data folder of a MariaDB that has just been installed, to be copied: installing takes seconds, copying a tenth of
 * that. One is kept in the system's temporary folder for each version.
 */
export async function installedData(env: NodeJS.ProcessEnv): Promise<string> {
  const version = execFileSync("mariadbd", ["--version"], {encoding: "utf8", env});
  const asUser = process.getuid?.() === 0 ? ["--user=root"] : [];
  const key = createHash("sha256").update([version, ...options, ...asUser].join("\n"));
  const folder = join(
    tmpdir(),
    `countinghouse-mariadb-installed-${key.digest("hex").slice(0, 16)}`,
  );
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    const aside = ownPath(folder);
    execFileSync("mariadb-install-db", [...options, ...asUser, `--datadir=${aside}`], {
      stdio: "ignore",
      env,
    });
    renameSync(aside, folder);
  });
  return folder;
}
