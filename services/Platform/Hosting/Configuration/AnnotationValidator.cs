using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Training.Hosting;

/// <summary>Checks annotations and says which configuration key to set, which the framework's own validator does not.</summary>
internal sealed class AnnotationValidator<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var failures = Failures(section, options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(string path, object options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
            foreach (var member in result.MemberNames.DefaultIfEmpty(""))
                yield return ConfigurationKey.Refusal(member.Length == 0 ? path : $"{path}:{member}", result.ErrorMessage!);

        foreach (var property in options.GetType().GetProperties())
            if (property.IsDefined(typeof(ValidateObjectMembersAttribute)) && property.GetValue(options) is { } inner)
                foreach (var failure in Failures($"{path}:{property.Name}", inner))
                    yield return failure;
    }
}
