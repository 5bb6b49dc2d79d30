/** Turns errors of the file system into diagnostics: a reason in words instead of `ENOENT: no such file …, open '…'`. */
import { CompileError, type Diagnostic, diagnostics } from '../frontend/diagnostic.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of the path is not a directory',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many open files',
  EFBIG: 'the file would be larger than is allowed',
  EIO: 'input/output error',
};

function reasonFor(error: NodeJS.ErrnoException): string {
  return reasons[error.code ?? ''] ?? error.message;
}

export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** True for the codes that mean a full disk or an exhausted quota. */
export function isNoSpace(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ENOSPC' || error.code === 'EDQUOT';
}

function fileDiagnostic(error: unknown, path: string, access: 'cannotRead' | 'cannotWrite'): Diagnostic {
  if (!isFileError(error)) throw error;
  return isNoSpace(error) ? diagnostics.noSpace(path) : diagnostics[access](path, reasonFor(error));
}

/** Runs `body`; a file system error in it becomes the diagnostic that `path` cannot be read. */
export function reading<Result>(path: string, body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    throw new CompileError([fileDiagnostic(error, path, 'cannotRead')]);
  }
}

/** Runs `body`; a file system error in it becomes the diagnostic that `path` cannot be written. */
export function writing<Result>(path: string, body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    throw new CompileError([fileDiagnostic(error, path, 'cannotWrite')]);
  }
}
