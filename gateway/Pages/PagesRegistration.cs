using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Training.Hosting;

namespace Training.Gateway;

/// <summary>What developers read and try: the reference of the REST endpoints at /scalar and, in Development, GraphiQL at /graphiql.</summary>
internal static class PagesRegistration
{
    private const string Document = "v1";

    private static readonly Page Scalar = new("/scalar", "Scalar's reference page", new Dictionary<string, string>
    {
        ["standalone.js"] = "@scalar/api-reference/dist/browser/standalone.js",
    });

    private static readonly Page GraphiQL = new("/graphiql", "GraphiQL", new Dictionary<string, string>
    {
        ["react.js"] = "react/umd/react.production.min.js",
        ["react-dom.js"] = "react-dom/umd/react-dom.production.min.js",
        ["graphql-ws.js"] = "graphql-ws/umd/graphql-ws.min.js",
        ["graphiql.js"] = "graphiql/graphiql.min.js",
        ["graphiql.css"] = "graphiql/graphiql.min.css",
    });

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.AddOptions<PagesOptions>(PagesOptions.Section);
        builder.Services.AddOpenApi(Document, options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Training";
            document.Info.Version = Document;
            document.Info.Description = "What HR systems and the LMS may ask by plain HTTP. Everything else is GraphQL, at /graphql.";
            return Task.CompletedTask;
        }));
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        Scalar.Map(app);
        if (app.Environment.IsDevelopment())
            GraphiQL.Map(app);
    }
}
