// exit: 1
interface Config { server?: { port: number } }
function port(c: Config): number {
  return c.server!.port;
}
console.log(port({ server: { port: 80 } }));
console.log(port({}));
