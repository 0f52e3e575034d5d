using Training.Benchmarks.Grpc;
using Training.Benchmarks.Harness;

// "serve WHAT" is how the program starts its own servers, so that they are separate processes.
if (args is ["serve", var server])
{
    await EchoServers.RunAsync(server);
    return 0;
}

IBenchmark[] benchmarks =
[
    new UnaryEcho(),
    new ServerStream(),
];
return await Runner.RunAsync(benchmarks, only: args.FirstOrDefault() ?? "");
