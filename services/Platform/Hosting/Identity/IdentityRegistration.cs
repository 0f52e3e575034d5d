using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

internal static class IdentityRegistration
{
    public static void AddIdentity(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<CurrentCall>();
        services.AddSingleton<CallerCache>();
        services.AddSingleton<TrustedIssuers>();
        services.AddSingleton<TokenReader>();
        services.AddSingleton<RpcPolicies>();
        services.AddSingleton<ErrorInterceptor>();
        services.AddSingleton<AuthorisationInterceptor>();

        // The only place where development tokens come into an app: elsewhere nothing knows their key.
        if (builder.Environment.IsDevelopment())
            services.AddSingleton(provider =>
            {
                var options = provider.GetRequiredService<IOptions<HostingOptions>>().Value;
                return DevelopmentTokens.In(options.DataFolder, provider.GetRequiredService<TimeProvider>(), options.Identity.Audience);
            });
    }
}
