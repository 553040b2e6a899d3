import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/settled.ts"],
    testTimeout: 30_000,
    hookTimeout: 240_000,
    // what is waited for may come late on a machine with other work
    expect: {poll: {timeout: 20_000}},
    // much of the suite waits for a browser, a server or a child: a core is not left free for vitest itself
    maxWorkers: 2,
  },
});
