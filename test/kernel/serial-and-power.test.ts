import { describe, expect, test } from 'vitest';
import type { FakeMachine } from '../../src/machine/fake-machine.ts';
import type { addr, i32, u64 } from '../../src/machine/types.ts';
import { FakeLapic } from './fake-lapic.ts';
import { bootFakeMachine } from './kernel-machine.ts';

const SOURCE = 0x60_0000;

class Ended extends Error {}

/** A serial line whose reader takes `burst` bytes and then sleeps until the core has halted, and an exit device. */
async function machineWithSerial({ burst = Infinity, debugExit = true, debugcon = true } = {}) {
  const machine: FakeMachine = await bootFakeMachine();
  const lapic = new FakeLapic(machine);
  lapic.accessNs = 300;
  const sent: number[] = [];
  const log = { exit: undefined as number | undefined, powerOff: false, debugcon: '', lost: 0, halts: 0 };
  let free = burst;
  let interruptWhenReady = false;
  machine.ports = {
    read(port) {
      if (port === 0x3fd) return free > 0 ? 0x60 : 0;
      if (port === 0xf4) return debugExit ? 0 : 0xffffffff;
      if (port === 0xe9) return debugcon ? 0xe9 : 0xff;
      return 0;
    },
    write(port, _width, x) {
      if (port === 0x3f8 && !dividing) {
        if (free === 0) log.lost++;
        else free--;
        sent.push(x);
      }
      if (port === 0x3fb) dividing = (x & 0x80) !== 0;
      if (port === 0x3f9) interruptWhenReady = x === 2;
      if (port === 0xe9) log.debugcon += String.fromCharCode(x);
      if (port === 0xf4) {
        log.exit = x;
        throw new Ended();
      }
      if (port === 0x604) {
        log.powerOff = true;
        throw new Ended();
      }
    },
  };
  let dividing = false;
  machine.map(0xfec0_0000, 32);
  machine.symbols.set('serialInterrupt', 0x1001n);
  machine.processor.halt = () => {
    log.halts++;
    free = burst;
    if (interruptWhenReady) interruptWhenReady = false;
    else lapic.expire();
  };
  const source = machine.map(SOURCE, 4096);
  const { serialInit, serialWrite } = await import('../../src/kernel/serial.ts');
  const { clockInit } = await import('../../src/kernel/clock.ts');
  const { powerOff } = await import('../../src/kernel/power.ts');
  return {
    log,
    sent: () => String.fromCharCode(...sent),
    write(text: string): void {
      clockInit();
      serialInit();
      source.bytes.set(new TextEncoder().encode(text));
      serialWrite(BigInt(SOURCE) as addr, BigInt(text.length) as u64);
    },
    end(code: number): void {
      expect(() => powerOff(code as i32)).toThrow(Ended);
    },
  };
}

describe('the serial line', () => {
  test('sends all bytes without a halt while the reader takes them', async () => {
    const serial = await machineWithSerial();
    serial.write('hello\n');
    expect(serial.sent()).toBe('hello\n');
    expect(serial.log.halts).toBe(0);
  });

  test('loses nothing to a slow reader, and halts instead of polling', async () => {
    const serial = await machineWithSerial({ burst: 3 });
    serial.write('0123456789');
    expect(serial.sent()).toBe('0123456789');
    expect(serial.log).toMatchObject({ lost: 0, halts: 3 });
  });
});

describe('the exit code', () => {
  test.each([
    [0, 0, ''], [1, 1, ''], [126, 126, ''], [127, 127, '127\n'], [255, 127, '255\n'], [256, 0, ''], [-1, 127, '255\n'],
  ])('%i', async (code, device, debugcon) => {
    const serial = await machineWithSerial();
    serial.end(code);
    expect(serial.log).toMatchObject({ exit: device, debugcon });
  });

  test('without isa-debug-exit the machine is switched off', async () => {
    const serial = await machineWithSerial({ debugExit: false });
    serial.end(3);
    expect(serial.log).toMatchObject({ exit: undefined, powerOff: true });
  });

  test('without debugcon a large one is cut', async () => {
    const serial = await machineWithSerial({ debugcon: false });
    serial.end(200);
    expect(serial.log).toMatchObject({ exit: 127, debugcon: '' });
  });

  test('waits until the last byte has left', async () => {
    const serial = await machineWithSerial({ burst: 1 });
    serial.write('a');
    serial.end(0);
    expect(serial.log).toMatchObject({ exit: 0, halts: 1 });
  });
});
