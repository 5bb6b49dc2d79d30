interface State { user: { name: string; tags: string[] }; count: number; flags: Record<string, boolean> }
const initial: State = { user: { name: 'a', tags: [] }, count: 0, flags: {} };
type Action = { type: 'rename'; name: string } | { type: 'tag'; tag: string } | { type: 'flag'; key: string; on: boolean } | { type: 'inc'; by?: number };
function reduce(s: State, a: Action): State {
  switch (a.type) {
    case 'rename': return { ...s, user: { ...s.user, name: a.name } };
    case 'tag': return { ...s, user: { ...s.user, tags: [...s.user.tags, a.tag] } };
    case 'flag': return { ...s, flags: { ...s.flags, [a.key]: a.on } };
    case 'inc': return { ...s, count: s.count + (a.by ?? 1) };
  }
}
const actions: Action[] = [{ type: 'rename', name: 'b' }, { type: 'inc' }, { type: 'tag', tag: 't1' }, { type: 'inc', by: 2.5 }, { type: 'flag', key: 'k', on: true }, { type: 'tag', tag: 't2' }];
const states = actions.reduce<State[]>((all, a) => [...all, reduce(all[all.length - 1], a)], [initial]);
console.log(states.length, initial, states[states.length - 1]);
console.log(states[1].flags === states[2].flags, states[0].user === states[1].user, states[3].user === states[2].user);
