using System.Runtime.InteropServices;

namespace Training.AppHost;

/// <summary>From the command line to the exit code: starts the house, plays the sample, waits for the end.</summary>
internal static class Launch
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            if (args is [TokenCommand.Name, .. var rest])
                Console.WriteLine(TokenCommand.Mint(rest));
            else
                await RunAsync(Settings.Read(args), stop);
            return (int)ExitCode.Done;
        }
        catch (Refusal refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return (int)refusal.Code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (int)ExitCode.Done;
        }
    }

    private static async Task RunAsync(Settings settings, CancellationTokenSource stop)
    {
        using var folder = DataFolder.Take(settings.DataFolder);
        var ports = new Ports(settings.BasePort);
        await using var house = await House.StartAsync(settings, ports, folder.Path, stop.Token);
        using var failing = house.Stopping.Register(stop.Cancel);
        Greeting.Print(settings, ports, Console.Out);
        await house.Sample.PlayAsync(stop.Token);
        await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (house.Stopping.IsCancellationRequested)
            throw new Refusal("A service gave up; the lines above say why. Start again: nothing that was answered is lost.", ExitCode.Failed);
        Console.WriteLine("Stopping: calls in flight may finish.");
    }
}
