import { describe, expect, test } from 'vitest';
import { kernelCommandLine } from '../../src/cli/qemu-command-line.ts';
import type { addr, u32 } from '../../src/machine/types.ts';
import { type KernelBoot, bootFakeMachine } from './kernel-machine.ts';

const BUFFER = 0x50_0000;

async function argumentsOf(boot: KernelBoot): Promise<{ args: string[]; epoch: bigint }> {
  const machine = await bootFakeMachine(boot);
  const buffer = machine.map(BUFFER, 4096);
  const { argumentCount, epochOption, readArgument } = await import('../../src/kernel/command-line.ts');
  const args = Array.from({ length: argumentCount() }, (_, index) => {
    const length = readArgument(index as u32, BigInt(BUFFER) as addr, 4096 as u32);
    return new TextDecoder().decode(buffer.bytes.subarray(0, length));
  });
  return { args, epoch: epochOption() };
}

describe('arguments', () => {
  test.each<[string, boolean, string[]]>([
    ['', false, []],
    ['', true, []],
    ['/tmp/app.elf', true, []],
    ['/tmp/app.elf one  two ', true, ['one', 'two']],
    ['one two', false, ['one', 'two']],
    ['one%20two', false, ['one%20two']],
    ['/tmp/app.elf toro=', true, []],
    ['/tmp/app.elf toro=a b', true, ['a', 'b']],
    ['quiet toro=a toro=b', false, ['a', 'toro=b']],
    ['/tmp/toro=x/app.elf toro=a', true, ['a']],
    ['toro=%C3%A4%20%e2%82%ac % x%25', false, ['ä €', '', 'x%']],
    ['toro=cut%4', false, ['cut']],
  ])('%j, image named: %s', async (commandLine, namesImage, expected) => {
    expect((await argumentsOf({ commandLine, namesImage })).args).toEqual(expected);
  });

  test('are what the command line tool encoded', async () => {
    const args = ['a b', '', '%41', 'toro=1', 'epoch=5', 'ü€😀', '--flag=x,y'];
    const outcome = await argumentsOf({ commandLine: `app.elf ${kernelCommandLine(args, 1_700_000_000_123)}`, namesImage: true });
    expect(outcome).toEqual({ args, epoch: 1_700_000_000_123n });
  });

  test('an argument longer than the buffer is cut, and its length told', async () => {
    const machine = await bootFakeMachine({ commandLine: 'toro=abcdef' });
    const buffer = machine.map(BUFFER, 16);
    const { readArgument } = await import('../../src/kernel/command-line.ts');
    expect(readArgument(0 as u32, BigInt(BUFFER) as addr, 4 as u32)).toBe(6);
    expect([...buffer.bytes.subarray(0, 5)]).toEqual([0x61, 0x62, 0x63, 0x64, 0]);
  });
});

test('without epoch= there is no start of the wall clock', async () => {
  expect((await argumentsOf({ commandLine: 'toro=epoch=5' })).epoch).toBe(0n);
});
