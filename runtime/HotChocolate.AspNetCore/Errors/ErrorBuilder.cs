namespace HotChocolate;

/// <summary>Makes an <see cref="IError"/> step by step.</summary>
public sealed class ErrorBuilder
{
    private readonly List<Location> _locations = [];
    private readonly Dictionary<string, object?> _extensions = [];
    private string? _message;
    private Path? _path;
    private Exception? _exception;

    private ErrorBuilder()
    {
    }

    /// <summary>Begins with nothing.</summary>
    public static ErrorBuilder New() => new();

    /// <summary>Begins with all that another error says.</summary>
    /// <param name="error">The other error.</param>
    public static ErrorBuilder FromError(IError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var builder = new ErrorBuilder { _message = error.Message, _path = error.Path, _exception = error.Exception };
        builder._locations.AddRange(error.Locations ?? []);
        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
            builder._extensions[key] = value;
        return builder;
    }

    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What is wrong and what to do about it.</param>
    public ErrorBuilder SetMessage(string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        _message = message;
        return this;
    }

    /// <summary>Says what kind of error it is.</summary>
    /// <param name="code">The code for programs; none where it is <c>null</c> or empty.</param>
    public ErrorBuilder SetCode(string? code) => string.IsNullOrEmpty(code) ? RemoveExtension(Error.CodeKey) : SetExtension(Error.CodeKey, code);

    /// <summary>Says which field failed.</summary>
    /// <param name="path">The field.</param>
    public ErrorBuilder SetPath(Path? path)
    {
        _path = path;
        return this;
    }

    /// <summary>Adds a place in the document.</summary>
    /// <param name="location">The place.</param>
    public ErrorBuilder AddLocation(Location location)
    {
        _locations.Add(location);
        return this;
    }

    /// <summary>Says what was thrown.</summary>
    /// <param name="exception">The exception.</param>
    public ErrorBuilder SetException(Exception? exception)
    {
        _exception = exception;
        return this;
    }

    /// <summary>Tells the client one thing more.</summary>
    /// <param name="key">The extension's name.</param>
    /// <param name="value">A value that JSON has.</param>
    public ErrorBuilder SetExtension(string key, object? value)
    {
        _extensions[key] = value;
        return this;
    }

    /// <summary>Tells the client one thing less.</summary>
    /// <param name="key">The extension's name.</param>
    public ErrorBuilder RemoveExtension(string key)
    {
        _extensions.Remove(key);
        return this;
    }

    /// <summary>The error.</summary>
    /// <exception cref="InvalidOperationException">It has no message.</exception>
    public IError Build() => new Error(
        _message ?? throw new InvalidOperationException("An error needs a message: call SetMessage before Build."),
        _path,
        _locations.Count == 0 ? null : [.. _locations],
        _extensions.Count == 0 ? null : new Dictionary<string, object?>(_extensions),
        _exception);
}
