// Which class is extended is known at run time only, or it is none.
class Loud {
  say(text: string): string {
    return text.toUpperCase();
  }
}
class Quiet {
  volume = 1;
  say(text: string): string {
    return text.toLowerCase();
  }
}
const made: string[] = [];
for (const loud of [true, false, true]) {
  const Base: new () => { say(text: string): string } = loud ? Loud : Quiet;
  class Speaker extends Base {
    extra = 2;
    override say(text: string): string {
      return `${super.say(text)}!`;
    }
  }
  const speaker = new Speaker();
  made.push(speaker.say('Hello'), String(speaker instanceof Loud), String(speaker instanceof Quiet), Object.keys(speaker).join());
}
console.log(made.join(' '));

for (const parent of [undefined, 5, 'text', {}, [1], true]) {
  try {
    class Orphan extends (parent as unknown as typeof Loud) {}
    console.log(new Orphan().say('x'));
  } catch (error) {
    console.log(String(error));
  }
}
