const given = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536' };

/**
 * For the process of the API: glibc gives each thread a heap of its own, and what one of them frees stays there, all
 * below what is still in use. Two of them, and buffers beside them, give an import's memory back: an upload arrives in
 * chunks of 64 KiB. It is read when a process starts; other C libraries ignore it.
 */
export const NATIVE_MEMORY = Object.fromEntries(
  Object.entries(given).map(([name, value]) => [name, process.env[name] ?? value]),
);
