using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Training.AppHost.Sample.Content;

/// <summary>Reads as much of a document as the sample needs.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Reader = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    /// <param name="text">The document.</param>
    /// <param name="name">What to call it where it cannot be read.</param>
    /// <exception cref="StoryStopped">It is not what it should be.</exception>
    public static T Read<T>(string text, string name)
    {
        try
        {
            return Reader.Deserialize<T>(text) ?? throw new StoryStopped($"{name} is empty.");
        }
        catch (YamlException e)
        {
            throw new StoryStopped($"{name}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}");
        }
    }
}
