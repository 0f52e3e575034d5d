using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>How every part of this system reads its configuration.</summary>
public static class OptionsRegistration
{
    /// <summary>
    /// Binds a plain class to a section of the configuration and checks its annotations when the app starts. A value that
    /// does not fit, or a key that nobody reads, stops the start with an error that names the key.
    /// Members marked <see cref="ValidateObjectMembersAttribute"/> are checked as well.
    /// </summary>
    /// <typeparam name="TOptions">Defaults in initialisers, rules as annotations.</typeparam>
    /// <param name="builder">The app.</param>
    /// <param name="section">The section's path, such as <c>Messaging</c>.</param>
    /// <returns>For further configuration of the same options.</returns>
    public static OptionsBuilder<TOptions> AddOptions<TOptions>(this IHostApplicationBuilder builder, string section)
        where TOptions : class
    {
        builder.Services.AddSingleton<IValidateOptions<TOptions>>(new AnnotationValidator<TOptions>(section));
        return builder.Services.AddOptions<TOptions>()
            .Bind(builder.Configuration.GetSection(section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
    }
}
