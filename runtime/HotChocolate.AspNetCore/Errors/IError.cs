namespace HotChocolate;

/// <summary>An error as the client sees it (specification, section 7.1.2), and what it came from. Does not change: <c>With…</c> gives another one.</summary>
public interface IError
{
    /// <summary>What is wrong and what to do about it.</summary>
    string Message { get; }

    /// <summary>What kind of error it is, for programs: the extension <c>code</c>.</summary>
    string? Code { get; }

    /// <summary>The field that failed, or <c>null</c>.</summary>
    Path? Path { get; }

    /// <summary>Places in the document, or <c>null</c>.</summary>
    IReadOnlyList<Location>? Locations { get; }

    /// <summary>Whatever else the client is told, or <c>null</c>.</summary>
    IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>What was thrown, or <c>null</c>; never told to clients.</summary>
    Exception? Exception { get; }

    /// <summary>The same error with another message.</summary>
    /// <param name="message">What is wrong and what to do about it.</param>
    IError WithMessage(string message);

    /// <summary>The same error with another code.</summary>
    /// <param name="code">What kind of error it is, or <c>null</c>.</param>
    IError WithCode(string? code);

    /// <summary>The same error at another field.</summary>
    /// <param name="path">The field that failed.</param>
    IError WithPath(Path path);

    /// <summary>The same error with other places.</summary>
    /// <param name="locations">Places in the document.</param>
    IError WithLocations(IReadOnlyList<Location> locations);

    /// <summary>The same error with other extensions.</summary>
    /// <param name="extensions">Whatever else the client is told; the code is one of them.</param>
    IError WithExtensions(IReadOnlyDictionary<string, object?> extensions);

    /// <summary>The same error with one more extension.</summary>
    /// <param name="key">The extension's name.</param>
    /// <param name="value">A value that JSON has.</param>
    IError SetExtension(string key, object? value);

    /// <summary>The same error without an extension.</summary>
    /// <param name="key">The extension's name.</param>
    IError RemoveExtension(string key);

    /// <summary>The same error with another cause.</summary>
    /// <param name="exception">What was thrown.</param>
    IError WithException(Exception? exception);
}
