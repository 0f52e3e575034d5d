using HotChocolate.Execution.Configuration;
using HotChocolate.TypeSystem;
using HotChocolate.TypeSystem.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.AspNetCore.CommandLine;

/// <summary>What <c>schema …</c> on the command line does.</summary>
internal static class SchemaCommands
{
    private const string DefaultFile = "schema.graphqls";
    private const string Usage = "Write: schema export [--output file] | schema print | schema list";

    public static async Task<int> RunAsync(IServiceProvider services, string[] command, TextWriter answers, TextWriter complaints)
    {
        switch (command)
        {
            case ["export"]:
                await ExportAsync(services, DefaultFile);
                return 0;
            case ["export", "--output" or "-o", var file]:
                await ExportAsync(services, file);
                return 0;
            case ["print"]:
                await answers.WriteLineAsync(TextOf(services));
                return 0;
            case ["list"]:
                await answers.WriteLineAsync(RequestExecutorBuilder.DefaultName);
                return 0;
            default:
                await complaints.WriteLineAsync($"'schema {string.Join(' ', command)}' is not understood. {Usage}");
                return 1;
        }
    }

    private static Task ExportAsync(IServiceProvider services, string file) => File.WriteAllTextAsync(file, TextOf(services) + "\n");

    private static string TextOf(IServiceProvider services) => SchemaPrinter.Print(services.GetRequiredService<Schema>());
}
