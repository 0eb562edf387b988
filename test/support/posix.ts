/** For tests of what Windows does not have: named pipes, devices in the file system, signals that a program can answer. */
export const posix = process.platform === 'win32' ? test.skip : test;
