using System.Diagnostics;
using Training.Tests.Support;

namespace Training.Benchmarks.Grpc;

/// <summary>Debian's C++ gRPC, built from cpp/echo_server.cc where its compiler and libraries are installed.</summary>
internal static class CppEchoServer
{
    private static readonly string[] Needed = ["/usr/bin/g++", "/usr/bin/protoc", "/usr/bin/grpc_cpp_plugin", "/usr/bin/pkg-config", "/usr/include/grpcpp/grpcpp.h", "/usr/include/google/protobuf/message.h"];

    public static string? WhyMissing =>
        Needed.Where(path => !File.Exists(path)).ToList() is { Count: > 0 } missing
            ? $"{string.Join(", ", missing)} missing (Debian: g++ libgrpc++-dev libprotobuf-dev protobuf-compiler-grpc pkg-config)"
            : null;

    public static async Task<ChildProcess> StartAsync()
    {
        var program = RepositoryRoot.At("artifacts", "bench", "echo_server");
        await BuildAsync(RepositoryRoot.At("tests", "Benchmarks"), program);
        return await ChildProcess.StartAsync(new ProcessStartInfo(program), "ready");
    }

    private static async Task BuildAsync(string sources, string program)
    {
        var output = Path.GetDirectoryName(program)!;
        Directory.CreateDirectory(output);
        var script = $"""
            set -e
            protoc -I {sources}/Protos --cpp_out={output} --grpc_out={output} --plugin=protoc-gen-grpc=/usr/bin/grpc_cpp_plugin echo.proto
            g++ -std=c++17 -O2 -I {output} {sources}/cpp/echo_server.cc {output}/echo.pb.cc {output}/echo.grpc.pb.cc $(pkg-config --libs grpc++ protobuf) -o {program}
            """;
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The C++ echo server does not build:\n{errors}");
    }
}
