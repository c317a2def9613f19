/**
 * For the process of the API: glibc gives each thread a heap of its own, and what one of them frees stays there. Two
 * of them give more of an import's memory back. It is read when a process starts; other C libraries ignore it.
 */
export const FEW_ARENAS = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2' };
