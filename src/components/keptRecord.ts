/** One thing that a browser keeps until it is removed: files too, which `kept.ts` cannot hold. */

export interface KeptRecord<T> {
  /** Undefined where nothing is kept. */
  read(): Promise<T | undefined>;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
}

const store = "records";

/** The record of a name in the browser's database. Each call throws where the browser keeps nothing. */
export function keptRecord<T>(name: string, window: Window): KeptRecord<T> {
  const use = async <R>(
    mode: IDBTransactionMode,
    ask: (records: IDBObjectStore) => IDBRequest<R>,
  ): Promise<R> => {
    const database = await opened(window);
    try {
      const transaction = database.transaction(store, mode);
      const answer = settled(ask(transaction.objectStore(store)));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      return await answer;
    } finally {
      database.close();
    }
  };
  return {
    read: () => use<T | undefined>("readonly", (records) => records.get(name)),
    async write(value) {
      await use("readwrite", (records) => records.put(value, name));
    },
    async remove() {
      await use("readwrite", (records) => records.delete(name));
    },
  };
}

function opened({indexedDB}: Window): Promise<IDBDatabase> {
  const request = indexedDB.open("countinghouse", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
