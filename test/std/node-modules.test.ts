import './prototype-data.ts';
import fs from 'node:fs';
import util from 'node:util';
import { describe, expect, it } from 'vitest';
import * as buffer from '../../src/std/buffer.prototype.ts';
import * as date from '../../src/std/date.ts';
import * as stdFs from '../../src/std/node/fs.ts';
import * as stdUtil from '../../src/std/node/util.ts';
import * as performance from '../../src/std/performance.ts';
import * as stdProcess from '../../src/std/process.ts';
import { host } from '../../src/std/intrinsics.ts';
import { takeOutput } from './captured.ts';

const file = new URL('./random.ts', import.meta.url).pathname;

describe('node:fs', () => {
  it('reads files of the image', () => {
    host.files.set(file, new Uint8Array(fs.readFileSync(file)));
    for (const options of ['utf8', 'utf-8', { encoding: 'utf8' }] as const) expect(stdFs.readFileSync(file, options)).toBe(fs.readFileSync(file, options));
    for (const options of [undefined, null, {}, { encoding: null }]) {
      const bytes = stdFs.readFileSync(file, options) as Uint8Array;
      expect(bytes.constructor.name).toBe('Buffer');
      expect([...bytes]).toEqual([...fs.readFileSync(file)]);
    }
    expect([stdFs.existsSync(file), stdFs.existsSync('/nowhere'), stdFs.existsSync(3 as never)]).toEqual([true, false, false]);
  });

  it('fails as node does', () => {
    const failure = (read: (path: string, options?: never) => unknown, path: unknown, options?: unknown) => {
      try {
        read(path as string, options as never);
      } catch (error) {
        return { ...(error as object), message: (error as Error).message, json: JSON.stringify(error) };
      }
      return undefined;
    };
    expect(failure(stdFs.readFileSync, '/nowhere')).toEqual(failure(fs.readFileSync, '/nowhere'));
    expect(failure(stdFs.readFileSync, file, 'foo')).toEqual(failure(fs.readFileSync, file, 'foo'));
    expect(failure(stdFs.readFileSync, undefined)).toMatchObject({ code: 'ERR_INVALID_ARG_TYPE' });
  });
});

describe('Buffer', () => {
  it('turns into text', () => {
    const bytes = Buffer.from('aé日\u{1f600}\xff', 'utf8');
    for (const encoding of [undefined, 'utf8', 'UTF-8', 'latin1', 'binary', 'ascii', 'hex'] as const) {
      for (const [start, end] of [[undefined, undefined], [1, undefined], [0, 3], [-1, 100], [5, 2]] as const) {
        expect(buffer.toString.call(bytes, encoding, start, end)).toBe(bytes.toString(encoding as BufferEncoding, start, end));
      }
    }
    expect(buffer.equals.call(bytes, new Uint8Array(bytes))).toBe(true);
    expect(buffer.equals.call(bytes, new Uint8Array(3))).toBe(false);
    const view = buffer.slice.call(bytes, 1, -1);
    expect(view.buffer).toBe(bytes.buffer);
    expect([...view]).toEqual([...bytes.subarray(1, -1)]);
  });

  it('is inspected as one', () => {
    for (const length of [0, 3, 50, 51, 80]) {
      host.files.set('b', new Uint8Array(length).map((_, i) => i * 7));
      const std = stdFs.readFileSync('b');
      const native = Buffer.from(host.files.get('b')!);
      expect(stdUtil.inspect(std)).toBe(util.inspect(native));
      expect(stdUtil.format('%s', [std])).toBe(util.format('%s', [native]));
      expect(stdUtil.inspect({ a: [std, std] })).toBe(util.inspect({ a: [native, native] }));
    }
  });
});

describe('process', () => {
  it('has the program', () => {
    host.arguments = ['/image', 'x', 'y'];
    expect(stdProcess.get_argv()).toEqual(['/image', '/image', 'x', 'y']);
    expect(stdProcess.get_argv()).toBe(stdProcess.get_argv());
    stdProcess.set_exitCode(7);
    expect(stdProcess.get_exitCode()).toBe(7);
    for (const value of [1.5, 'x', {}, true, '']) {
      const message = (set: () => void) => {
        try {
          set();
        } catch (error) {
          return (error as Error).message;
        }
        return 'none';
      };
      const before = process.exitCode;
      const expected = message(() => (process.exitCode = value as never));
      process.exitCode = before;
      expect(message(() => stdProcess.set_exitCode(value as never)), String(value)).toBe(expected);
    }
    stdProcess.set_exitCode(undefined);
  });

  it('writes and tells the time', () => {
    takeOutput();
    expect(stdProcess.stdout.write('a')).toBe(true);
    stdProcess.stderr.write(new Uint8Array([0x62]));
    expect(takeOutput()).toEqual({ stdout: 'a', stderr: 'b' });
    expect(() => stdProcess.stdout.write(3 as never)).toThrow('The "chunk" argument must be of type string or an instance of Buffer or Uint8Array. Received type number (3)');
    host.nowMs = () => 1500.25;
    host.epochMs = () => 1700000000000.75;
    expect(stdProcess.hrtime()).toEqual([1, 500250000]);
    expect(stdProcess.hrtime([0, 600000000])).toEqual([0, 900250000]);
    expect([stdProcess.uptime(), performance.now(), date.now(), performance.get_timeOrigin()]).toEqual([1.50025, 1500.25, 1700000000000, 1699999998500.5]);
  });
});
