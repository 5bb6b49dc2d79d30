class Resource {
  static open = 0;
  constructor(readonly name: string) {
    if (name === '') throw new TypeError('a name is needed');
    Resource.open++;
  }
  close(): void {
    Resource.open--;
  }
}
class Guarded extends Resource {
  value = this.compute();
  compute(): number {
    if (this.name === 'bad') throw new Error('field initialiser of ' + this.name);
    return this.name.length;
  }
}
for (const name of ['ok', '', 'bad']) {
  let r: Guarded | undefined;
  try {
    r = new Guarded(name);
    console.log(r.value);
  } catch (e) {
    console.log(String(e), r);
  } finally {
    r?.close();
  }
}
console.log(Resource.open);
