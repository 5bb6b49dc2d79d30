/**
 * Whether QEMU can use KVM here. A device file says little: it may be there and refuse, or accept and never run a guest
 * (nested virtualisation). So the probe boots an image of 39 bytes and looks for the exit code that its code sends.
 */
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompileCache, lastingKey } from '../host/compile-cache.ts';
import { withWorkDirectory } from '../host/temporary-files.ts';

const loadAddress = 0x100000;
const headerBytes = 32;
const magicCode = 0x2a;
const probeLimitMs = 2000;

/** A flat multiboot image: mov al, magicCode; out 0xf4, al; hlt; jmp back to hlt. */
export function probeImage(): Uint8Array {
  const code = [0xb0, magicCode, 0xe6, 0xf4, 0xf4, 0xeb, 0xfd];
  const magic = 0x1badb002;
  const addressFields = 1 << 16;
  // load_end_addr and bss_end_addr of 0: the whole file, and no bss (multiboot 0.6.96, section 3.1.3).
  const header = [magic, addressFields, -(magic + addressFields), loadAddress, loadAddress, 0, 0, loadAddress + headerBytes];
  const image = Buffer.alloc(headerBytes + code.length);
  header.forEach((word, index) => image.writeInt32LE(word | 0, index * 4));
  image.set(code, headerBytes);
  return image;
}

/** True if QEMU, with this accelerator, runs a guest's code within the time limit. */
export async function acceleratorWorks(accelerator: 'kvm' | 'tcg', limitMs: number = probeLimitMs): Promise<boolean> {
  const { execa } = await import('execa');
  return withWorkDirectory(async (work) => {
    const image = join(work, 'probe');
    writeFileSync(image, probeImage());
    const { exitCode } = await execa(
      'qemu-system-x86_64',
      ['-accel', accelerator, '-nodefaults', '-display', 'none', '-no-reboot', '-device', 'isa-debug-exit,iobase=0xf4,iosize=4', '-kernel', image],
      { reject: false, stdin: 'ignore', timeout: limitMs, killSignal: 'SIGKILL' },
    );
    return exitCode === ((magicCode << 1) | 1);
  });
}

/** The probe for KVM, its result kept until the next boot. */
export async function kvmWorks(store: CompileCache): Promise<boolean> {
  try {
    accessSync('/dev/kvm', constants.R_OK | constants.W_OK);
  } catch {
    return false;
  }
  const key = lastingKey('kvm', bootId(), String(process.getuid?.()));
  const known = store.get(key);
  if (known !== undefined) return known[0] === 1;
  const works = await acceleratorWorks('kvm');
  store.put(key, new Uint8Array([works ? 1 : 0]));
  return works;
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
}
