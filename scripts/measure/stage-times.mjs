/**
 * Sums up a V8 profile of a build (`node --cpu-prof dist/src/cli/main.js build …`): wall milliseconds of each stage with all that it calls,
 * then the functions in which most time goes themselves.
 *
 *     node scripts/measure/stage-times.mjs PROFILE
 */
import { readFileSync } from 'node:fs';

/** The function that is a stage, and its file below dist. */
const STAGES = [
  ['read, check and lower', 'lowerProgram', 'src/frontend/program/application.js'],
  ['load the library', 'loadLibrary', 'src/program/library.js'],
  ['solve the flow', 'solveProgram', 'src/program/solve.js'],
  ['specialise', 'specialise', 'src/specialise/index.js'],
  ['optimise', 'optimise', 'src/optimise/passes.js'],
  ['find what is reachable', 'assembleImage', 'src/program/image.js'],
  ['generate code', 'emitImage', 'src/program/image.js'],
];

const { nodes, samples, timeDeltas, startTime, endTime } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const byId = new Map(nodes.map((node) => [node.id, { ...node, selfMs: 0, parent: null }]));
for (const node of byId.values()) for (const child of node.children ?? []) byId.get(child).parent = node;
samples.forEach((id, i) => (byId.get(id).selfMs += timeDeltas[i] / 1000));

const stageMs = new Map(STAGES.map(([label]) => [label, 0]));
const selfMs = new Map();
for (const node of byId.values()) {
  const { functionName, url } = node.callFrame;
  const key = `${functionName || '(anonymous)'} ${url.replace(/^.*\/(dist|node_modules)\//, '')}`;
  selfMs.set(key, (selfMs.get(key) ?? 0) + node.selfMs);
  for (let at = node; at; at = at.parent) {
    const stage = STAGES.find(([, name, file]) => at.callFrame.functionName === name && at.callFrame.url.endsWith(`dist/${file}`));
    if (!stage) continue;
    stageMs.set(stage[0], stageMs.get(stage[0]) + node.selfMs);
    break;
  }
}

const show = (ms, label) => console.log(`${ms.toFixed(0).padStart(8)} ms  ${label}`);
show((endTime - startTime) / 1000, 'in all');
for (const [label, ms] of stageMs) show(ms, label);
show(selfMs.get('(idle) ') ?? 0, 'wait for nasm and ld');
show(selfMs.get('(garbage collector) ') ?? 0, 'garbage collection');
console.log('In themselves:');
for (const [key, ms] of [...selfMs].sort((a, b) => b[1] - a[1]).filter(([key]) => !key.startsWith('(')).slice(0, 20)) show(ms, key);
