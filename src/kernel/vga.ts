/**
 * The VGA text screen, where there is one. Each byte of its memory is a call into the device model, so nothing is cleared, reading is
 * rare, and scrolling moves the window that the screen shows over the 32 KB of text memory instead of moving the text.
 */
import { addr, inb, load32, load8, outb, store16, store32, u32, u64, u8 } from 'toro:machine';

const TEXT_MEMORY = 0xb_8000n;
/** Cells of text memory, 2 bytes each: character, attribute. */
const MEMORY_CELLS = 16384;
const COLUMNS = 80;
const SCREEN_CELLS = 2000;
const LAST_ROW_CELL = 1920;

/** Miscellaneous output register; what it reads in text mode with the registers at 0x3d4. 0 is a screen that nobody initialised. */
const MISCELLANEOUS_OUTPUT = 0x3cc;
const TEXT_MODE = 0x67;

const CONTROLLER_INDEX = 0x3d4;
const CONTROLLER_DATA = 0x3d5;
/** Controller registers, 16 bits in two, the higher first. */
const START_ADDRESS = 0x0c;
const CURSOR_LOCATION = 0x0e;

const GREY_ON_BLACK = 0x0700;
const TWO_BLANKS = 0x0720_0720;

const NEW_LINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const TILDE = 0x7e;
const QUESTION_MARK = 0x3f;

/** 0: not looked at, 1: there is none, 2: text mode. */
let state = u32(0);
/** The cell at the screen's upper left corner, and the one that is written next. */
let windowStart = u32(0);
let cursor = u32(0);

/** Writes UTF-8 at the cursor; what isn't ASCII shows as a question mark. */
export function vgaWrite(from: addr, lengthBytes: u64): void {
  if (state === 0) look();
  if (state === 1) return;
  const shown = windowStart;
  const end = addr(from + lengthBytes);
  for (let at = from; at < end; at = addr(at + 1n)) writeByte(load8(at));
  if (windowStart !== shown) writeController(u32(START_ADDRESS), windowStart);
  writeController(u32(CURSOR_LOCATION), cursor);
}

/** Goes on below what the firmware wrote. */
function look(): void {
  state = u32(inb(MISCELLANEOUS_OUTPUT) === TEXT_MODE ? 2 : 1);
  if (state === 1) return;
  windowStart = readController(u32(START_ADDRESS));
  cursor = readController(u32(CURSOR_LOCATION));
  if (column() !== 0) newLine();
}

function writeByte(byte: u8): void {
  if (byte === NEW_LINE) {
    newLine();
  } else if (byte === CARRIAGE_RETURN) {
    cursor = u32(cursor - column());
  } else if (byte === TAB) {
    for (let count = u32(8 - u32(column() & 7)); count > 0; count = u32(count - 1)) writeCell(u32(SPACE));
  } else if (byte >= SPACE && (byte < 0x80 || byte >= 0xc0)) {
    writeCell(u32(byte <= TILDE ? byte : QUESTION_MARK));
  }
}

function writeCell(character: u32): void {
  store16(cellAddress(cursor), u32(GREY_ON_BLACK | character));
  cursor = u32(cursor + 1);
  if (cursor === u32(windowStart + SCREEN_CELLS)) scroll();
}

function newLine(): void {
  cursor = u32(u32(cursor - column()) + COLUMNS);
  if (cursor >= u32(windowStart + SCREEN_CELLS)) scroll();
}

function column(): u32 {
  return u32(u32(cursor - windowStart) % u32(COLUMNS));
}

/** Moves the window down a row, at the memory's end back to its beginning with all rows but the first; the new last row is blank. */
function scroll(): void {
  windowStart = u32(windowStart + COLUMNS);
  if (u32(windowStart + SCREEN_CELLS) > MEMORY_CELLS) {
    for (let cell = u32(0); cell < LAST_ROW_CELL; cell = u32(cell + 2)) {
      store32(cellAddress(cell), load32(cellAddress(u32(windowStart + cell))));
    }
    windowStart = u32(0);
  }
  cursor = u32(windowStart + LAST_ROW_CELL);
  for (let cell = cursor; cell < u32(windowStart + SCREEN_CELLS); cell = u32(cell + 2)) {
    store32(cellAddress(cell), u32(TWO_BLANKS));
  }
}

function cellAddress(cell: u32): addr {
  return addr(TEXT_MEMORY + u64(cell) * 2n);
}

function readController(register: u32): u32 {
  outb(CONTROLLER_INDEX, register);
  const high = u32(inb(CONTROLLER_DATA));
  outb(CONTROLLER_INDEX, u32(register + 1));
  return u32(u32(high << 8) | inb(CONTROLLER_DATA));
}

function writeController(register: u32, x: u32): void {
  outb(CONTROLLER_INDEX, register);
  outb(CONTROLLER_DATA, u32(x >>> 8));
  outb(CONTROLLER_INDEX, u32(register + 1));
  outb(CONTROLLER_DATA, u32(x & 0xff));
}
