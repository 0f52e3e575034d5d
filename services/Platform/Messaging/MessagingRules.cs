using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Training.Messaging;

/// <summary>What annotations cannot say about <see cref="MessagingOptions"/>.</summary>
internal sealed class MessagingRules(IHostEnvironment environment) : IValidateOptions<MessagingOptions>
{
    public ValidateOptionsResult Validate(string? name, MessagingOptions options) =>
        options.AppToken == "" && !environment.IsDevelopment()
            ? ValidateOptionsResult.Fail(
                "Messaging:AppToken is not set. Outside Development deliveries must prove that they come from the sidecar: set it to the sidecar's APP_API_TOKEN.")
            : ValidateOptionsResult.Success;
}
