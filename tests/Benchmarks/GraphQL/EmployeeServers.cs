using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Training.Benchmarks.GraphQL;

/// <summary>The engine, and a handler written by hand that gives the same answer from the same objects. Each says <c>ready PORT</c>.</summary>
internal static class EmployeeServers
{
    public const string Ours = "graphql";
    public const string ByHand = "graphql-by-hand";

    public static IReadOnlyList<string> Names { get; } = [Ours, ByHand];

    public static async Task RunAsync(string which)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        if (which == Ours)
            builder.Services.AddGraphQLServer(disableDefaultSecurity: true).AddTypes();
        await using var app = builder.Build();
        if (which == Ours)
            app.MapGraphQL();
        else
            app.MapPost("/graphql", AnswerAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Console.WriteLine($"ready {new Uri(address).Port}");
        await app.WaitForShutdownAsync();
    }

    // Reads no more of the request than how many employees are asked for.
    private static async Task AnswerAsync(HttpContext context)
    {
        using var request = await JsonDocument.ParseAsync(context.Request.Body);
        var first = request.RootElement.GetProperty("variables").GetProperty("first").GetInt32();
        context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartArray("employees");
        for (var i = 0; i < first; i++)
            WriteEmployee(json, EmployeeData.AllEmployees[i]);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEmployee(Utf8JsonWriter json, Employee employee)
    {
        json.WriteStartObject();
        json.WriteString("id", employee.Id);
        json.WriteString("name", employee.Name);
        json.WriteString("email", employee.Email);
        json.WriteBoolean("isManager", employee.IsManager);
        json.WriteStartArray("assignments");
        foreach (var assignment in EmployeeData.AssignmentsByEmployee[employee.Id])
            WriteAssignment(json, assignment);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAssignment(Utf8JsonWriter json, Assignment assignment)
    {
        json.WriteStartObject();
        json.WriteString("id", assignment.Id);
        json.WriteString("status", assignment.Status == AssignmentStatus.Done ? "DONE" : "OPEN");
        Span<char> due = stackalloc char[10];
        assignment.Due.TryFormat(due, out _, "O");
        json.WriteString("due", due);
        json.WriteNumber("score", assignment.Score);
        json.WriteStartObject("curriculum");
        var curriculum = EmployeeData.CurriculumById[assignment.CurriculumNumber];
        json.WriteString("id", curriculum.Id);
        json.WriteString("title", curriculum.Title);
        json.WriteNumber("minutes", curriculum.Minutes);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
