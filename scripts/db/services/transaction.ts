import type {Connection} from "../../../loaders/mariadb/connect.js";

const mostAttempts = 20;

/**
 * Runs `work` in a transaction of its own. Where the server finds a deadlock, with a load under way for example, it is
 * taken back and starts again. Any other error takes it back and is thrown.
 */
export async function inTransaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      await connection.query("set session transaction isolation level read committed");
      await connection.query("start transaction");
      const result = await work();
      await connection.query("commit");
      return result;
    } catch (error) {
      await connection.query("rollback");
      if (!isLockConflict(error) || attempt === mostAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 5));
    }
  }
}

function isLockConflict(error: unknown): boolean {
  const {code} = error as {code?: string};
  return code === "ER_LOCK_DEADLOCK" || code === "ER_LOCK_WAIT_TIMEOUT";
}
