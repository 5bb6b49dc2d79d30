import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Tests that take times: they run first, one after the other, on a machine that does nothing else. */
const measurements = ['test/boot/regression.test.ts'];

/** Files that take minutes: begun last, one of them would keep one core busy while the other has nothing left to do. */
const long = ['test/programs.test.ts', 'test/fuzz.test.ts', 'test/programs-qemu.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = long.findIndex((file) => moduleId.endsWith(file));
      return index < 0 ? long.length : index;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  resolve: {
    alias: {
      'toro:machine': path('./src/machine/index.ts'),
      'toro:platform': path('./src/machine/fake-platform.ts'),
      'toro:hooks': path('./src/machine/fake-hooks.ts'),
    },
  },
  test: {
    // Compiling makes much short-lived garbage: V8's small default for the young generation costs a fifth of the time.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'measurements', include: measurements, maxWorkers: 1, sequence: { groupOrder: 0 } } },
      // By default vitest leaves one core of two to itself.
      { extends: true, test: { name: 'tests', include: ['test/**/*.test.ts'], exclude: measurements, maxWorkers: 2, sequence: { groupOrder: 1 } } },
    ],
  },
});
