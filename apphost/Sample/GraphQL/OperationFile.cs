namespace Training.AppHost.Sample.GraphQL;

/// <summary>
/// The operations that a class asks for. They lie in a file beside it that bears its name: what <c>Learner.cs</c> asks, <c>Learner.graphql</c> says.
/// </summary>
internal sealed class OperationFile
{
    private OperationFile(string name, string text) => (Name, Text) = (name, text);

    public string Name { get; }

    public string Text { get; }

    /// <summary>One of its operations.</summary>
    public Operation this[string operation] => new(this, operation);

    /// <param name="name">The class's.</param>
    public static OperationFile Beside(string name)
    {
        using var file = new StreamReader(typeof(OperationFile).Assembly.GetManifestResourceStream($"{name}.graphql")!);
        return new OperationFile(name, file.ReadToEnd());
    }
}

/// <summary>An operation of a file.</summary>
internal sealed record Operation(OperationFile File, string Name)
{
    public override string ToString() => $"{File.Name}.graphql, {Name}";
}
