using Training.Benchmarks;
using Training.Benchmarks.Harness;

if (args is ["serve", var server])
{
    await Servers.RunAsync(server);
    return 0;
}

return await Runner.RunAsync(Rows.All, only: args.FirstOrDefault() ?? "");
