// layout-rivals.js MODULES dagre|elk GRAPH: lays a graph out with another program's library and prints
// how long that took, by the processor and by the clock, and where all stands. Loading the library is not counted.
const fs = require('fs');
const path = require('path');
const [modules, engine, file] = process.argv.slice(2);
const WIDTH = 168, HEIGHT = 92, GAP_X = 88, GAP_Y = 56;
const [count, ...rest] = fs.readFileSync(file, 'utf8').trim().split('\n');
const edges = rest.map(line => line.split(' ').map(Number));
const load = name => require(path.resolve(modules, 'node_modules', name));

function watch() {
  const cpu = process.cpuUsage(), clock = process.hrtime.bigint();
  return () => {
    const used = process.cpuUsage(cpu);
    return `ms ${(used.user + used.system) / 1e3} ${Number(process.hrtime.bigint() - clock) / 1e6}`;
  };
}

function print(times, nodes, lines) {
  const out = [times];
  nodes.forEach((n, i) => out.push(`node ${i} ${n.x} ${n.y}`));
  lines.forEach((points, i) => points && out.push(`edge ${i} ` + points.map(p => `${p.x} ${p.y}`).join(' ')));
  fs.writeSync(1, out.join('\n') + '\n');
}

function dagre() {
  let lib;
  try { lib = load('@dagrejs/dagre'); } catch (e) { lib = load('dagre'); }
  const Graph = lib.graphlib.Graph;
  const g = new Graph({ multigraph: true });
  g.setGraph({ rankdir: 'LR', ranksep: GAP_X, nodesep: GAP_Y });
  g.setDefaultEdgeLabel(() => ({}));
  for (let i = 0; i < +count; i++) g.setNode('n' + i, { width: WIDTH, height: HEIGHT });
  edges.forEach(([a, b], i) => g.setEdge('n' + a, 'n' + b, {}, 'e' + i));
  const took = watch();
  lib.layout(g);
  const times = took();
  const nodes = [];
  for (let i = 0; i < +count; i++) nodes.push(g.node('n' + i));
  print(times, nodes, edges.map(([a, b], i) => g.edge('n' + a, 'n' + b, 'e' + i).points));
}

async function elk() {
  const ELK = load('elkjs/lib/elk.bundled.js');
  const graph = {
    id: 'g',
    layoutOptions: {
      'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP_X), 'elk.spacing.nodeNode': String(GAP_Y),
    },
    children: Array.from({ length: +count }, (_, i) => ({ id: 'n' + i, width: WIDTH, height: HEIGHT })),
    edges: edges.map(([a, b], i) => ({ id: 'e' + i, sources: ['n' + a], targets: ['n' + b] })),
  };
  const elkjs = new ELK();
  const took = watch();
  const done = await elkjs.layout(graph);
  print(took(), done.children.map(n => ({ x: n.x + WIDTH / 2, y: n.y + HEIGHT / 2 })),
    done.edges.map(e => e.sections && [e.sections[0].startPoint, ...(e.sections[0].bendPoints || []), e.sections[0].endPoint]));
}

if (engine === 'dagre') dagre(); else elk();
