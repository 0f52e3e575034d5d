// The gateway's query by mercurius with its JIT: the same fields, and the same calls to the same services by @grpc/grpc-js, batched by mercurius' loaders.
// Usage: node gateway-server.js <folder of the .proto files> <workforce> <completions> <curricula>, each host:port
import Fastify from 'fastify';
import grpc from '@grpc/grpc-js';
import mercurius from 'mercurius';
import protoLoader from '@grpc/proto-loader';

const schema = `
  type Query { members(first: Int, where: MemberFilterInput, order: MemberOrder! = JOINED): MemberConnection }
  type MemberConnection { nodes: [Member!] }
  type Member { id: ID! employeeNumber: String! givenName: String! familyName: String! email: String! assignments(first: Int): AssignmentConnection }
  type AssignmentConnection { nodes: [Assignment!] }
  type Assignment { id: ID! state: AssignmentState! dueOn: String! title: String! curriculum: CurriculumVersion }
  type CurriculumVersion { curriculumId: ID! version: Int! code: String! title: String! everyMonths: Int! }
  input MemberFilterInput { status: MemberStatus jobRole: String }
  enum MemberStatus { ACTIVE ON_LEAVE LEFT }
  enum MemberOrder { JOINED NAME EMPLOYEE_NUMBER }
  enum AssignmentState { OPEN COMPLETED OVERDUE CLOSED }
`;
const states = [null, 'OPEN', 'COMPLETED', 'OVERDUE', 'CLOSED'];
const statuses = [null, 'ACTIVE', 'ON_LEAVE', 'LEFT'];
const orders = ['JOINED', 'NAME', 'EMPLOYEE_NUMBER'];
const deadline = 20_000;

const [contracts, workforce, completions, curricula] = process.argv.slice(2);
const files = ['workforce/v1/workforce.proto', 'completions/v1/completions.proto', 'curricula/v1/curricula.proto'].map((file) => `training/${file}`);
const { training } = grpc.loadPackageDefinition(protoLoader.loadSync(files, { includeDirs: [contracts], longs: Number, defaults: true }));
const insecure = grpc.credentials.createInsecure();
const roster = new training.workforce.v1.Roster(workforce, insecure);
const assignments = new training.completions.v1.Assignments(completions, insecure);
const library = new training.curricula.v1.CurriculumLibrary(curricula, insecure);

function call(client, method, request, reply) {
  const metadata = new grpc.Metadata();
  metadata.set('authorization', reply.request.headers.authorization);
  return new Promise((resolve, reject) => {
    client[method](request, metadata, { deadline: Date.now() + deadline }, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

const globalId = (type, id) => Buffer.from(`${type}:${id}`).toString('base64');
const versionKey = (one) => `${one.curriculumId} ${one.version}`;

const resolvers = {
  Query: {
    async members(_, { first, where, order }, { reply }) {
      const filter = { status: statuses.indexOf(where.status), jobRole: where.jobRole };
      const page = await call(roster, 'listMembers', { pageSize: first, filter, order: orders.indexOf(order) }, reply);
      // Small objects: the loaders tell them apart by their text.
      return { nodes: page.members.map(({ id, employeeNumber, givenName, familyName, email }) => ({ id, employeeNumber, givenName, familyName, email })) };
    },
  },
  Member: { id: (member) => globalId('Member', member.id) },
  Assignment: { id: (assignment) => globalId('Assignment', assignment.id), state: (assignment) => states[assignment.state] },
  CurriculumVersion: { curriculumId: (curriculum) => globalId('Curriculum', curriculum.curriculumId) },
};

const loaders = {
  Member: {
    async assignments(queries, { reply }) {
      const { lists } = await call(
        assignments, 'batchListAssignments', { memberIds: queries.map(({ obj }) => obj.id), pageSize: queries[0].params.first, withoutItems: true }, reply);
      const found = new Map(lists.map((list) => [list.of, list.assignments.map(({ id, state, dueOn, title, curriculumId, curriculumVersion }) => ({
        id, state, dueOn, title, curriculumId, version: curriculumVersion,
      }))]));
      return queries.map(({ obj }) => ({ nodes: found.get(obj.id) ?? [] }));
    },
  },
  Assignment: {
    async curriculum(queries, { reply }) {
      const asked = new Map(queries.map(({ obj }) => [versionKey(obj), { curriculumId: obj.curriculumId, version: obj.version }]));
      const { curricula: answered } = await call(library, 'batchGetCurricula', { curricula: [...asked.values()] }, reply);
      const found = new Map(answered.map(({ asked: of, version }) => [versionKey(of), {
        curriculumId: version.curriculumId, version: version.version, code: version.content.code, title: version.content.title, everyMonths: version.content.everyMonths,
      }]));
      return queries.map(({ obj }) => found.get(versionKey(obj)) ?? null);
    },
  },
};

const app = Fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`ready {"port":${app.server.address().port}}`);
