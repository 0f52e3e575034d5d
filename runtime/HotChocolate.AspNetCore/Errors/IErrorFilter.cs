namespace HotChocolate;

/// <summary>Sees each error before the client does, and may give another in its place.</summary>
public interface IErrorFilter
{
    /// <summary>Gives what the client is told.</summary>
    /// <param name="error">The error; its <see cref="IError.Exception"/> is what a resolver threw, and its message then does not tell about it.</param>
    /// <returns>The same error or another.</returns>
    IError OnError(IError error);
}
