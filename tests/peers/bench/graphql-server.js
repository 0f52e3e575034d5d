// The Node peers of the GraphQL benchmarks, with the same schema and data as ours. Usage: node graphql-server.js mercurius|mercurius-jit|yoga
import { createServer } from 'node:http';
import Fastify from 'fastify';
import { createSchema, createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';

const schema = `
  type Query { employees(first: Int!): [Employee!]! }
  type Employee { id: String! name: String! email: String! isManager: Boolean! assignments: [Assignment!]! }
  type Assignment { id: String! status: AssignmentStatus! due: String! score: Int! curriculum: Curriculum! }
  type Curriculum { id: String! title: String! minutes: Int! }
  enum AssignmentStatus { OPEN DONE }
`;

const count = (length, make) => Array.from({ length }, (_, i) => make(i));
const curricula = count(20, (i) => ({ id: `curriculum-${i}`, title: `Yearly refresher, part ${i}`, minutes: 30 + i }));
const employees = count(50, (i) => ({
  id: `employee-${i}`, name: `Employée Number ${i}`, email: `employee.${i}@hospital.example`, isManager: i % 2 === 0,
}));
const assignments = new Map(employees.map((employee) => [employee.id, count(10, (i) => ({
  id: `${employee.id}-assignment-${i}`,
  status: i % 3 === 0 ? 'DONE' : 'OPEN',
  due: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
  score: i * 10,
  curriculumNumber: i,
}))]));

const resolvers = {
  Query: { employees: (_, { first }) => employees.slice(0, first) },
  Employee: { assignments: (employee) => assignments.get(employee.id) },
  Assignment: { curriculum: (assignment) => curricula[assignment.curriculumNumber] },
};

const which = process.argv[2];
if (which === 'yoga') {
  const yoga = createYoga({ schema: createSchema({ typeDefs: schema, resolvers }), logging: false, graphiql: false });
  const server = createServer(yoga);
  server.listen(0, '127.0.0.1', () => console.log(`ready {"port":${server.address().port}}`));
} else {
  const app = Fastify();
  app.register(mercurius, { schema, resolvers, jit: which === 'mercurius-jit' ? 1 : 0 });
  await app.listen({ port: 0, host: '127.0.0.1' });
  console.log(`ready {"port":${app.server.address().port}}`);
}
