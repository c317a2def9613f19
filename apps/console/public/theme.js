/* Before the first paint, so that a dark page never flashes white. A file of its own: the policy allows no inline script. */
try {
  const theme = localStorage.getItem('pipeline.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  /* storage is blocked: the system's theme it is */
}
