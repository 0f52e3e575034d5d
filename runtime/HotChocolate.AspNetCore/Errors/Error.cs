namespace HotChocolate;

internal sealed record Error(
    string Message, Path? Path, IReadOnlyList<Location>? Locations, IReadOnlyDictionary<string, object?>? Extensions, Exception? Exception) : IError
{
    public const string CodeKey = "code";

    public string? Code => Extensions?.GetValueOrDefault(CodeKey) as string;

    public IError WithMessage(string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        return this with { Message = message };
    }

    public IError WithCode(string? code) => code is null ? RemoveExtension(CodeKey) : SetExtension(CodeKey, code);

    public IError WithPath(Path path) => this with { Path = path };

    public IError WithLocations(IReadOnlyList<Location> locations) => this with { Locations = locations };

    public IError WithExtensions(IReadOnlyDictionary<string, object?> extensions) => this with { Extensions = extensions };

    public IError SetExtension(string key, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return this with { Extensions = new Dictionary<string, object?>(Extensions ?? new Dictionary<string, object?>()) { [key] = value } };
    }

    public IError RemoveExtension(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (Extensions is null || !Extensions.ContainsKey(key))
            return this;
        var left = Extensions.Where(extension => extension.Key != key).ToDictionary();
        return this with { Extensions = left.Count == 0 ? null : left };
    }

    public IError WithException(Exception? exception) => this with { Exception = exception };
}
