/** A fake machine with what the boot code leaves behind, for the tests of this folder. */
import { vi } from 'vitest';
import type { FakeMachine } from '../../src/machine/fake-machine.ts';
import { COMMAND_LINE, FREE_REGIONS, MEMORY_MAP, TABLE_PAGES, TABLE_PAGES_LIMIT } from '../../src/kernel/low-memory.ts';

const BOOT_INFORMATION = 0x10_0000;
const DIRECTORY_POINTERS = 0x10_1000;
const DEVICE_DIRECTORY = 0x10_4000;
const IMAGE_DIRECTORY = 0x10_2000;

export const PRESENT_WRITABLE = 3n;

export interface KernelBoot {
  /** The loader's memory map: base, length, type. */
  memory?: readonly (readonly [bigint, bigint, number])[];
  commandLine?: string;
  /** Whether the command line begins with the image's name. */
  namesImage?: boolean;
}

/** Fresh kernel modules on a fresh machine: import the module under test after this. */
export async function bootFakeMachine({ memory = [], commandLine = '', namesImage = false }: KernelBoot = {}): Promise<FakeMachine> {
  vi.resetModules();
  const fake = await import('../../src/machine/fake-machine.ts');
  const machine = fake.installMachine(new fake.FakeMachine());

  const map = machine.map(Number(MEMORY_MAP), 4096);
  memory.forEach(([base, length, type], index) => {
    map.view.setBigUint64(index * 24, base, true);
    map.view.setBigUint64(index * 24 + 8, length, true);
    map.view.setUint32(index * 24 + 16, type, true);
  });
  const line = new TextEncoder().encode(commandLine);
  machine.map(Number(COMMAND_LINE), 0xf000).bytes.set(line);
  machine.map(Number(FREE_REGIONS), 4096);
  // A page that was in use before: the kernel has to clear it.
  machine.map(Number(TABLE_PAGES), Number(TABLE_PAGES_LIMIT - TABLE_PAGES)).bytes.fill(0xaa);

  const information = machine.map(BOOT_INFORMATION, 16);
  information.view.setUint32(0, Number(MEMORY_MAP) + memory.length * 24, true);
  information.view.setUint32(4, Number(COMMAND_LINE) + line.length, true);
  information.view.setUint32(12, namesImage ? 1 : 0, true);
  machine.symbols.set('boot_information', BigInt(BOOT_INFORMATION));

  machine.map(DIRECTORY_POINTERS, 4096).view.setBigUint64(0, BigInt(IMAGE_DIRECTORY) | PRESENT_WRITABLE, true);
  machine.map(DEVICE_DIRECTORY, 4096);
  machine.map(IMAGE_DIRECTORY, 4096).view.setBigUint64(0, 0x10_3000n | PRESENT_WRITABLE, true);
  machine.symbols.set('page_directory_pointers', BigInt(DIRECTORY_POINTERS));
  machine.symbols.set('device_directory', BigInt(DEVICE_DIRECTORY));
  machine.symbols.set('main_stack_top', 0x1f_e000n);
  return machine;
}

/** The entry that maps an address in blocks of 2 MB, 0 where there is none. */
export function blockEntry(machine: FakeMachine, address: bigint): bigint {
  const pointers = machine.regionOf(DIRECTORY_POINTERS, 4096).view;
  const directory = Number(pointers.getBigUint64(Number(address >> 30n) * 8, true) & ~0xfffn);
  if (directory === 0) return 0n;
  const region = machine.regionOf(directory, 4096);
  return region.view.getBigUint64(directory - region.base + Number((address >> 21n) & 511n) * 8, true);
}
