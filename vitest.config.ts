import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      'toro:machine': path('./src/machine/index.ts'),
      'toro:platform': path('./src/machine/fake-platform.ts'),
      'toro:hooks': path('./src/machine/fake-hooks.ts'),
    },
  },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000 },
});
