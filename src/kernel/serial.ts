/**
 * The first serial port, a 16550 (PC16550D data sheet). Every byte waits until the transmitter takes it: a reader that sleeps stops it,
 * and what is written then is lost. The wait is a halt that the transmitter's interrupt ends.
 */
import { addr, inb, load8, outb, symbol, u32, u64 } from 'toro:machine';
import { haltForNs } from './clock.ts';
import { VECTOR_SERIAL, routeInterrupt, waitForInterrupt } from './interrupts.ts';
import { endOfInterrupt } from './lapic.ts';

const DATA = 0x3f8;
const DIVISOR_LOW = 0x3f8;
const DIVISOR_HIGH = 0x3f9;
const INTERRUPT_ENABLE = 0x3f9;
const INTERRUPT_IDENTIFICATION = 0x3fa;
const LINE_CONTROL = 0x3fb;
const MODEM_CONTROL = 0x3fc;
const LINE_STATUS = 0x3fd;

const INTERRUPT_LINE = 4;
const EIGHT_BITS = 0x03;
const DIVISOR_ACCESS = 0x80;
/** Data terminal ready, request to send, and the output that gates the interrupt. */
const MODEM_READY = 0x0b;
const INTERRUPT_WHEN_READY = 0x02;
const TRANSMITTER_READY = 0x20;
const TRANSMITTER_IDLE = 0x40;

/** How long to halt between two looks whether the last byte has gone: no interrupt tells. */
const IDLE_CHECK_NS = 1_000_000n;

let interruptRouted = false;

/** 115200 baud, 8 bits, no parity. */
export function serialInit(): void {
  outb(INTERRUPT_ENABLE, 0);
  outb(LINE_CONTROL, DIVISOR_ACCESS);
  outb(DIVISOR_LOW, 1);
  outb(DIVISOR_HIGH, 0);
  outb(LINE_CONTROL, EIGHT_BITS);
  outb(MODEM_CONTROL, MODEM_READY);
}

/** Sends all of the bytes. */
export function serialWrite(from: addr, lengthBytes: u64): void {
  const end = addr(from + lengthBytes);
  for (let at = from; at < end; at = addr(at + 1n)) {
    if ((inb(LINE_STATUS) & TRANSMITTER_READY) === 0) waitForTransmitter();
    outb(DATA, load8(at));
  }
}

/** Returns when the last byte has left the machine, so that it may be switched off. */
export function serialDrain(): void {
  while ((inb(LINE_STATUS) & TRANSMITTER_IDLE) === 0) haltForNs(u64(IDLE_CHECK_NS));
}

function waitForTransmitter(): void {
  if (!interruptRouted) {
    interruptRouted = true;
    routeInterrupt(u32(INTERRUPT_LINE), u32(VECTOR_SERIAL), symbol('serialInterrupt'));
  }
  do {
    outb(INTERRUPT_ENABLE, INTERRUPT_WHEN_READY);
    waitForInterrupt();
  } while ((inb(LINE_STATUS) & TRANSMITTER_READY) === 0);
  outb(INTERRUPT_ENABLE, 0);
}

/**
 * The transmitter is ready: switches its interrupt off, until somebody waits again.
 * @noalloc
 * @symbol serialInterrupt
 */
export function serialInterrupt(): void {
  inb(INTERRUPT_IDENTIFICATION);
  outb(INTERRUPT_ENABLE, 0);
  endOfInterrupt();
}
