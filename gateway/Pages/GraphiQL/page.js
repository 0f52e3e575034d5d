// The token is written into the headers editor once; subscriptions send the same one when they connect.
const address = new URL('graphql', document.baseURI);
const socketAddress = Object.assign(new URL(address), { protocol: address.protocol === 'https:' ? 'wss:' : 'ws:' });

function fetcher(request, options) {
  const authorization = Object.entries(options?.headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return GraphiQL.createFetcher({
    url: address.href,
    wsClient: graphqlWs.createClient({
      url: socketAddress.href,
      connectionParams: { authorization },
      retryAttempts: 0,
    }),
  })(request, { ...options, documentAST: GraphiQL.GraphQL.parse(request.query) }); // the editor's own is of what stood there a moment ago
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, {
  fetcher,
  shouldPersistHeaders: true,
  defaultEditorToolsVisibility: 'headers',
  defaultHeaders: '{\n  "authorization": "Bearer "\n}',
}));
