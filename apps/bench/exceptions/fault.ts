// A fault of the processor, caught in the function that raises it, below ten frames.
import { PageFault, raisePageFault } from 'toro:fault';
const rounds = Number(process.argv[2]);
function below(depth: number): number {
  return depth > 0 ? below(depth - 1) + 1 : raiseAndCatch();
}
function raiseAndCatch(): number {
  let caught = 0;
  for (let i = 0; i < rounds; i++) {
    try {
      raisePageFault();
    } catch (e) {
      if (e instanceof PageFault) caught++;
    }
  }
  return caught;
}
console.log(below(10));
