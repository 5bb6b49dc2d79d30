import './prototype-data.ts';
import { execFileSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { takeOutput } from './captured.ts';
import { Random } from './random.ts';

/** What a program can do; std's functions, or node's. */
interface Face {
  setTimeout: (f: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => { unref(): unknown; refresh(): unknown; hasRef(): boolean };
  setInterval: Face['setTimeout'];
  clearTimeout: (timer: never) => void;
  setImmediate: (f: () => void) => unknown;
  clearImmediate: (immediate: never) => void;
  queueMicrotask: (f: () => void) => void;
  nextTick: (f: (...args: unknown[]) => void, ...args: unknown[]) => void;
}

/**
 * A random program that logs the order of its callbacks. Their times are 30 ms apart, so that node's own delays don't reorder them.
 * It is also run as text in a node of its own.
 */
function play(face: Face, seed: number, log: (text: string) => void): void {
  let state = seed;
  const next = (n: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % n;
  };
  const timers: unknown[] = [];
  let made = 0;
  const act = (depth: number) => {
    const id = ++made;
    const run = () => {
      log(`${id}`);
      if (depth < 1) for (let i = next(3); i > 0; i--) act(depth + 1);
      if (timers.length > 0 && next(4) === 0) face.clearTimeout(timers[next(timers.length)] as never);
    };
    switch (next(6)) {
      case 0: case 1: timers.push(face.setTimeout(run, (depth === 0 ? [120, 240, 240, 360, 480] : [30, 30, 60, 90, 90])[next(5)])); break;
      case 2: face.queueMicrotask(run); break;
      case 3: face.nextTick(run); break;
      case 4: {
        if (depth > 0) break;
        let turns = 0;
        const interval = face.setInterval(() => {
          log(`${id}:${turns}`);
          if (++turns === 2) face.clearTimeout(interval as never);
        }, 615);
        break;
      }
      default: face.nextTick((a) => log(`${id} ${a}`), 'arg');
    }
  };
  for (let i = 0; i < 6; i++) act(0);
}

async function load(): Promise<{ face: Face; run: (isModule: boolean) => void }> {
  vi.resetModules();
  await import('./prototype-data.ts');
  const [timers, immediates, tasks, loop, intrinsics] = await Promise.all([
    import('../../src/std/timers.ts'), import('../../src/std/immediates.ts'), import('../../src/std/task-queues.ts'), import('../../src/std/event-loop.ts'),
    import('../../src/std/intrinsics.ts'),
  ]);
  // A clock that only moves when the program sleeps.
  let clock = 0;
  intrinsics.host.nowMs = () => clock;
  intrinsics.host.waitUntilMs = (t) => {
    clock = Math.max(clock, t);
  };
  const face = { ...timers, ...immediates, ...tasks } as unknown as Face;
  return { face, run: (isModule) => loop.runEventLoop(isModule) };
}

async function order(program: (face: Face, log: (text: string) => void) => void, isModule: boolean): Promise<string[]> {
  const { face, run } = await load();
  const log: string[] = [];
  program(face, (text) => log.push(text));
  run(isModule);
  return log;
}

/** The same program in node, as CommonJS or as a module. */
function nodeOrder(source: string, isModule: boolean): string[] {
  const text = `const log = (text) => console.log(text); const face = { setTimeout, setInterval, clearTimeout, setImmediate, clearImmediate, queueMicrotask, nextTick: process.nextTick };\n${source}`;
  const output = execFileSync(process.execPath, [`--input-type=${isModule ? 'module' : 'commonjs'}`, '-e', text], { encoding: 'utf8' });
  return output.split('\n').slice(0, -1);
}

const text = (f: unknown) => `(${String(f)})`;

describe('event loop', () => {
  it('orders random programs as node does', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const isModule = seed % 2 === 0;
      const ours = await order((face, log) => play(face, seed * 7919, log), isModule);
      expect(ours, `seed ${seed}`).toEqual(nodeOrder(`${text(play)}(face, ${seed * 7919}, log)`, isModule));
      expect(ours.length).toBeGreaterThan(3);
    }
  }, 30000);

  const phases = (face: Face, log: (text: string) => void) => {
    face.setTimeout(() => {
      log('timeout');
      face.setImmediate(() => log('immediate 1'));
      face.setImmediate(() => {
        log('immediate 2');
        face.nextTick(() => log('tick in immediate'));
        face.queueMicrotask(() => log('microtask in immediate'));
        face.setImmediate(() => log('immediate of the next turn'));
      });
      const cancelled = face.setImmediate(() => log('never'));
      face.setImmediate(() => log('immediate 3'));
      face.setImmediate(() => face.clearImmediate(late as never));
      const late = face.setImmediate(() => log('never either'));
      face.clearImmediate(cancelled as never);
      face.setTimeout(() => log('timeout'), 60);
    }, 30);
    face.queueMicrotask(() => {
      log('microtask');
      face.nextTick(() => log('tick in microtask'));
      face.queueMicrotask(() => log('microtask in microtask'));
    });
    face.nextTick(() => {
      log('tick');
      face.queueMicrotask(() => log('microtask in tick'));
      face.nextTick(() => log('tick in tick'));
    });
    const never = face.setTimeout(() => log('unrefed'), 1000);
    never.unref();
    log(`${never.hasRef()}`);
    face.setTimeout((a, b) => log(`${a} ${b}`), 60, 'with', 'arguments');
    const twice = face.setTimeout(() => log('refreshed'), 160);
    face.setTimeout(() => twice.refresh(), 120);
    face.setTimeout(() => log('between'), 200);
  };

  it('has the phases of node', async () => {
    for (const isModule of [false, true]) {
      const ours = await order(phases, isModule);
      expect(ours).toEqual(nodeOrder(`${text(phases)}(face, log)`, isModule));
    }
  });

  it('goes by expiry, then by the order of lists', async () => {
    const random = new Random(61);
    for (let round = 0; round < 20; round++) {
      const log: [number, number][] = [];
      const { face, run } = await load();
      for (let i = 0; i < 50; i++) {
        const ms = random.int(-1, 12);
        face.setTimeout(() => log.push([Math.max(ms, 1), i]), ms);
      }
      run(false);
      expect(log.length).toBe(50);
      for (let i = 1; i < log.length; i++) {
        const [before, after] = [log[i - 1]!, log[i]!];
        expect(before[0] < after[0] || (before[0] === after[0] && before[1] < after[1])).toBe(true);
      }
    }
  });

  it('takes a timer as a number, and refuses what is no function', async () => {
    const { face, run } = await load();
    const log: string[] = [];
    const timer = face.setTimeout(() => log.push('no'), 5);
    face.clearTimeout(+(timer as never as string) as never);
    run(false);
    expect(log).toEqual([]);
    for (const value of [undefined, null, 3, 'x'.repeat(40), "it's", -0, NaN, {}, [1], Symbol('s'), true]) {
      for (const name of ['setTimeout', 'setImmediate', 'queueMicrotask', 'nextTick'] as const) {
        const message = (f: (callback: never) => unknown) => {
          try {
            f(value as never);
          } catch (error) {
            return (error as Error).message;
          }
          return 'none';
        };
        const native = name === 'nextTick' ? process.nextTick : globalThis[name];
        expect(message(face[name] as never)).toBe(message(native as never));
      }
    }
  });
});

describe('main', () => {
  it('ends with the exit code, and reports what nothing catches', async () => {
    vi.resetModules();
    await import('./prototype-data.ts');
    const { runProgram } = await import('../../src/std/main.ts');
    const { setExitCode, exit } = await import('../../src/std/exit.ts');
    const { host } = await import('../../src/std/intrinsics.ts');
    const errors = await import('../../src/std/error.ts');
    const write = { 1: '', 2: '' } as Record<number, string>;
    host.written = (fd, s) => (write[fd] += s);
    const codes: number[] = [];
    host.exit = (code) => {
      codes.push(code);
      return undefined as never;
    };
    const end = (main: () => void): [number, string] => {
      codes.length = 0;
      write[2] = '';
      runProgram(main, false);
      return [codes[0]!, write[2]];
    };
    expect(end(() => setExitCode(3))).toEqual([3, '']);
    expect(end(() => setExitCode('44'))[0]).toBe(44);
    expect(end(() => setExitCode(300))[0]).toBe(44);
    expect(end(() => setExitCode(-1))[0]).toBe(255);
    expect(end(() => { exit(5); })[0]).toBe(5);
    expect(end(() => { throw 'text'; })).toEqual([1, 'text\n(Use `node --trace-uncaught ...` to show where the exception was thrown)\n\nNode.js v20.20.2\n']);
    expect(end(() => { throw { a: 1 }; })[1]).toBe('{ a: 1 }\n\nNode.js v20.20.2\n');
    const [code, text] = end(() => { throw Object.assign(new errors.TypeError('bad'), { extra: 1 }); });
    expect(code).toBe(1);
    expect(text).toMatch(/^\nTypeError: bad\n {4}at [^]*\{\n {2}extra: 1\n\}\n\nNode\.js v20\.20\.2\n$/);
    takeOutput();
  });
});
