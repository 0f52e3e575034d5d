using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

internal static class HostingRegistration
{
    public static void AddHostingOptions(this IHostApplicationBuilder builder)
    {
        var root = builder.Environment.ContentRootPath;
        builder.Services.AddSingleton<IPostConfigureOptions<HostingOptions>, TelemetrySettings>();
        builder.Services.AddSingleton<IValidateOptions<HostingOptions>, HostingRules>();
        builder.AddOptions<HostingOptions>(HostingOptions.Section).PostConfigure(options =>
        {
            if (!string.IsNullOrWhiteSpace(options.DataFolder))
                options.DataFolder = Path.GetFullPath(options.DataFolder, root);
        });
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<HostingOptions>>(
            (host, hosting) => host.ShutdownTimeout = hosting.Value.ReadinessDelay + hosting.Value.DrainTime);
    }
}
