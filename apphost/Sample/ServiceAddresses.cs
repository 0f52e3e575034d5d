namespace Training.AppHost.Sample;

/// <summary>Where the five services answer gRPC.</summary>
internal sealed record ServiceAddresses(Uri Workforce, Uri Curricula, Uri Scenarios, Uri Completions, Uri Sanctions)
{
    public static ServiceAddresses On(Ports ports)
    {
        return new ServiceAddresses(Of(Service.Workforce), Of(Service.Curricula), Of(Service.Scenarios), Of(Service.Completions), Of(Service.Sanctions));

        Uri Of(Service service) => new($"http://127.0.0.1:{ports.Grpc(service)}");
    }
}
