// Runs a bundle as if it had been called itself, and writes at its end what the process took: node measured-program.mjs CLI ARGS...
// It is a file, since the threads of a text that Node is given with --eval do not start.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(`\nUSAGE=${userCPUTime + systemCPUTime} ${maxRSS} ${performance.now()}`);
});
process.argv.splice(1, 1);
await import(process.argv[1]);
